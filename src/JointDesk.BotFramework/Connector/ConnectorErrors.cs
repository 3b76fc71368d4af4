using System.Net.Http.Json;
using System.Text.Json;

namespace JointDesk.BotFramework;

/// <summary>Turns a channel's refusal into an exception that can be decided upon.</summary>
internal static class ConnectorErrors
{
    public static async Task<ConnectorException> ReadAsync(HttpResponseMessage response, CancellationToken cancel)
    {
        var error = await DetailAsync(response, cancel);
        return new($"The channel answered {(int)response.StatusCode} {error?.Code}".TrimEnd())
        {
            Status = (int)response.StatusCode,
            Code = error?.Code,
            RetryAfter = RetryAfter(response),
        };
    }

    /// <summary>Seconds or a date, as RFC 9110 section 10.2.3 has it; the date is read against the answer's own clock.</summary>
    internal static TimeSpan? RetryAfter(HttpResponseMessage response) => response.Headers.RetryAfter switch
    {
        { Delta: { } wait } => wait,
        { Date: { } at } when response.Headers.Date is { } now => at > now ? at - now : TimeSpan.Zero,
        _ => null,
    };

    private static async Task<ErrorDetail?> DetailAsync(HttpResponseMessage response, CancellationToken cancel)
    {
        try
        {
            return (await response.Content.ReadFromJsonAsync(ActivityJson.Info<ErrorResponse>(), cancel))?.Error;
        }
        catch (Exception unreadable) when (unreadable is JsonException or NotSupportedException or InvalidOperationException)
        {
            return null;
        }
    }
}
