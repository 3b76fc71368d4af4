using Microsoft.AspNetCore.Http;

namespace JointDesk.BotFramework;

/// <summary>
/// Who may post activities. Two steps, because the body is not parsed before the token is good, and the token speaks of the body:
/// its service URL and its channel.
/// </summary>
public interface IBotAuthenticator
{
    /// <summary>Looks at the request's headers and connection alone.</summary>
    ValueTask<Admission> AdmitAsync(HttpRequest request, CancellationToken cancel);

    /// <summary>Whether an admitted caller may send this activity; null when it may.</summary>
    Admission.Refused? Confirm(BotCaller caller, Activity activity);
}

/// <summary>The outcome of the first step.</summary>
public abstract record Admission
{
    private Admission()
    {
    }

    public sealed record Granted(BotCaller Caller) : Admission;

    /// <param name="Status">401, 403, or 503 while the keys are out of reach.</param>
    /// <param name="Reason">For the log. It never holds the token.</param>
    public sealed record Refused(int Status, string Reason) : Admission;
}

/// <summary>Who vouches for an activity.</summary>
/// <param name="IsAnonymous">Nobody does: no app id is configured and the caller is on this machine.</param>
/// <param name="ServiceUrl">The only service URL that the token is good for.</param>
/// <param name="Endorsements">The channels for which the signing key may speak.</param>
public sealed record BotCaller(bool IsAnonymous, string? ServiceUrl = null, IReadOnlyList<string>? Endorsements = null)
{
    public static BotCaller Anonymous { get; } = new(true);
}
