using System.Text.Json;
using JointDesk.BotFramework;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;

namespace JointDesk.Benchmarks;

/// <summary>What ASP.NET Core takes for the same request where nothing is done with it: the JSON is parsed, an id is answered.</summary>
internal static class BareEndpoint
{
    public static Task Run(string address)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.MapGet("/readyz", () => Results.Ok());
        app.MapPost("/v3/directline/conversations/{id}/activities", async (HttpRequest request) =>
        {
            var activity = await JsonSerializer.DeserializeAsync<Activity>(request.Body, ActivityJson.Options);
            return Results.Json(new { id = activity!.Type });
        });
        return app.RunAsync(address);
    }
}
