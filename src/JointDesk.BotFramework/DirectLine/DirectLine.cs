using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace JointDesk.BotFramework;

/// <summary>A Direct Line 3.0 server: what DirectLineJS and Web Chat need of one.</summary>
public static class DirectLine
{
    /// <summary>
    /// Maps it. From the services it takes <see cref="IDirectLineBackend"/> and <see cref="DirectLineTokens"/>, and where registered
    /// <see cref="IDirectLineFiles"/>, <see cref="DirectLineTyping"/>, <see cref="DirectLineOptions"/> and <see cref="TimeProvider"/>.
    /// </summary>
    public static void MapDirectLine(this IEndpointRouteBuilder endpoints, string basePath = "/v3/directline")
    {
        var services = endpoints.ServiceProvider;
        var time = services.GetService<TimeProvider>() ?? TimeProvider.System;
        var options = services.GetService<DirectLineOptions>() ?? new();
        var backend = services.GetRequiredService<IDirectLineBackend>();
        var typing = services.GetService<DirectLineTyping>() ?? new();
        var files = services.GetService<IDirectLineFiles>();
        var logger = services.GetRequiredService<ILoggerFactory>().CreateLogger("JointDesk.BotFramework.DirectLine");
        var door = new DirectLineDoor(backend, services.GetRequiredService<DirectLineTokens>(), options, logger);
        var links = new DirectLineLinks(basePath, door);
        var conversations = new ConversationEndpoints(door, backend, links, options, time);
        var activities = new ActivityEndpoints(door, backend, typing, links, options, time);
        var uploads = new FileEndpoints(door, files, activities, options);
        var streams = new StreamEndpoint(
            door, backend, typing, activities, options, time, logger, services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping);

        var group = endpoints.MapGroup(basePath);
        group.MapPost("/tokens/generate", door.Open(conversations.GenerateAsync));
        group.MapPost("/tokens/refresh", door.Open(conversations.RefreshAsync));
        group.MapGet("/session/getsessionid", door.Open(conversations.SessionAsync));
        group.MapPost("/conversations", door.Open(conversations.StartAsync));
        group.MapGet("/conversations/{id}", door.Open(conversations.ReconnectAsync));
        group.MapGet("/conversations/{id}/activities", door.Open(activities.ReadAsync));
        group.MapPost("/conversations/{id}/activities", door.Open(activities.PostAsync));
        group.MapPost("/conversations/{id}/upload", door.Open(uploads.UploadAsync));
        group.MapGet("/conversations/{id}/files/{file}", door.Open(uploads.DownloadAsync));
        group.Map("/conversations/{id}/stream", Streaming(endpoints, door.Open(streams.HandleAsync)));
        group.MapMethods("/{**any}", [HttpMethods.Options], door.Open(_ => Task.CompletedTask));
    }

    /// <summary>The client's own id of a message; its bubble stays at "Sending" until an activity with the same one comes back.</summary>
    public static string? ClientActivityId(this Activity activity) => activity.ChannelData.Text("clientActivityID");

    /// <summary>Web sockets are switched on for this endpoint alone, so that the host need not know.</summary>
    private static RequestDelegate Streaming(IEndpointRouteBuilder endpoints, RequestDelegate stream)
    {
        var branch = endpoints.CreateApplicationBuilder();
        branch.UseWebSockets(new() { KeepAliveInterval = TimeSpan.FromSeconds(20), KeepAliveTimeout = TimeSpan.FromSeconds(60) });
        branch.Run(stream);
        return branch.Build();
    }
}
