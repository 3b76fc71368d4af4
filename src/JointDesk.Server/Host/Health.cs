namespace JointDesk.Server;

/// <summary>Liveness, and readiness: the store takes writes, and how much waits in its queues.</summary>
internal static class Health
{
    private static readonly string[] Queues = [Desk.Alarms, Desk.Outbox, Workers.Postman.Queue, Channels.Turns.Queue, Channels.TakenActivities.Queue];

    public static void MapHealth(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/healthz", () => Results.Text("ok")).ExcludeFromDescription();
        endpoints.MapGet("/readyz", ReadyAsync).ExcludeFromDescription();
    }

    /// <summary>A backup that fails is told and turns nothing red: the desk works on.</summary>
    private static async Task<IResult> ReadyAsync(IDeskStore store, IServiceProvider services, CancellationToken cancel)
    {
        try
        {
            var health = await store.HealthAsync(cancel);
            var queues = new Dictionary<string, QueueDepth>(StringComparer.Ordinal);
            foreach (var queue in Queues)
                queues[queue] = await store.DepthAsync(queue, cancel);
            return Results.Json(
                new { ready = health.Writable, problem = health.Problem, backup = services.GetService<Workers.BackupWorker>()?.Problem, queues },
                statusCode: health.Writable ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
        }
        catch (StoreUnavailableException unavailable)
        {
            return Results.Json(new { ready = false, problem = unavailable.Message }, statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }
}
