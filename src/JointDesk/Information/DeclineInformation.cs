
namespace JointDesk.Information;

/// <summary>A department has nothing to give (暂无), with a reason if it likes; it may still contribute later.</summary>
public sealed record DeclineInformation(string Request, string? Reason) : Command
{
    public override IEnumerable<string?> Texts => [Reason];

    public static ValueTask<OneRequest> Load(DeclineInformation command, Caller caller, DeskReader read, CancellationToken cancel) =>
        OneRequest.LoadAsync(command.Request, read, cancel);

    public static Outcome Decide(OneRequest loaded, DeclineInformation command, Caller caller, Moment moment)
    {
        if (loaded.Refuse(command.Request, caller, out _, out var request) is { } refusal)
            return refusal;
        if (!request.IsOpen)
            return new RequestClosed(request.Id, request.State);

        return new Decision(new InformationDeclined(request.Id, [request.Department, request.Lead]))
        {
            Changes = [Change.Put(InformationRequest.Documents, request with { State = InformationState.Declined, Reason = command.Reason })],
            Notices = [new InformationDeclinedNotice(request.Id) { To = Recipient.Officer(loaded.Meeting!.Convener) }],
        };
    }
}
