using JointDesk.Information;
using JointDesk.Talk;

namespace JointDesk.Server.Channels;

/// <summary>Leaves the receipt before a message shows a contribution: nobody is shown what the desk does not know to have been shown.</summary>
internal sealed class Disclosure(Desk desk, Conversations conversations)
{
    /// <summary>Whether all who will read it there may know it; each of them then has a receipt.</summary>
    /// <param name="occasion">What it is shown for: the same occasion again leaves no second receipt.</param>
    public async ValueTask<bool> AllowsAsync(Message message, Conversation conversation, string occasion, CancellationToken cancel = default)
    {
        if (message.Discloses is null)
            return true;
        foreach (var officer in await conversations.MembersAsync(conversation, cancel))
        {
            if (!await AllowsAsync(message, officer.Id, occasion, cancel))
                return false;
        }
        return true;
    }

    /// <inheritdoc cref="AllowsAsync(Message, Conversation, string, CancellationToken)"/>
    public async ValueTask<bool> AllowsAsync(Message message, string officer, string occasion, CancellationToken cancel = default) =>
        message.Discloses is not { } contribution || await ReadAsync(contribution, officer, occasion, cancel);

    /// <summary>Records that an officer reads it; false where the officer may not know it.</summary>
    public async ValueTask<bool> ReadAsync(string contribution, string officer, string occasion, CancellationToken cancel = default)
    {
        var call = new DeskCall(OnceKeys.Of("shown", occasion, officer, contribution), new Caller(officer), new ReadContribution(contribution, officer));
        return (await desk.HandleAsync(call, cancel)).Outcome is not Refusal;
    }
}
