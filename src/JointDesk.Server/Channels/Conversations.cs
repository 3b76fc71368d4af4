using JointDesk.Cases;
using JointDesk.People;

namespace JointDesk.Server.Channels;

/// <summary>Which chats there are, who reads them, and who may open which. Nothing of it is stored: it follows from people and cases.</summary>
internal sealed class Conversations(Desk desk)
{
    /// <summary>What an officer's list of chats shows: the own one with the desk, the department's, those of its cases.</summary>
    public async ValueTask<IReadOnlyList<Conversation>> OfAsync(Officer officer, CancellationToken cancel = default)
    {
        var read = desk.Read();
        var roster = await read.RosterAsync(cancel);
        var cases = await read.ListAsync(Case.Kind, "department", officer.Department, cancel);
        return
        [
            Personal(officer),
            .. roster.Department(officer.Department) is { } department ? [Of(department)] : Array.Empty<Conversation>(),
            .. cases.Select(Of),
        ];
    }

    public async ValueTask<Conversation?> FindAsync(string id, CancellationToken cancel = default) =>
        Conversation.RecipientOf(id) is { } to ? await FindAsync(to, cancel) : null;

    public async ValueTask<Conversation?> FindAsync(Recipient to, CancellationToken cancel = default)
    {
        var read = desk.Read();
        var roster = await read.RosterAsync(cancel);
        return to.Kind switch
        {
            RecipientKind.Officer => roster.Officer(to.Id) is { } officer ? Personal(officer) : null,
            RecipientKind.Department => roster.Department(to.Id) is { } department ? Of(department) : null,
            _ => await read.FindAsync(Case.Kind, to.Id, cancel) is { } @case ? Of(@case) : null,
        };
    }

    /// <summary>Whether this officer may read and write there: the own personal chat, and channels that the own department reads.</summary>
    public async ValueTask<bool> MayOpenAsync(string officerId, string id, CancellationToken cancel = default) =>
        (await desk.Read().RosterAsync(cancel)).Officer(officerId) is { } officer
        && await FindAsync(id, cancel) is { } conversation
        && (conversation.IsPersonal ? conversation.Subject == officer.Id : conversation.Audience.Contains(officer.Department));

    /// <summary>The officers who read it.</summary>
    public async ValueTask<IReadOnlyList<Officer>> MembersAsync(Conversation conversation, CancellationToken cancel = default)
    {
        var roster = await desk.Read().RosterAsync(cancel);
        return conversation.IsPersonal
            ? [.. roster.Officers.Where(o => o.Id == conversation.Subject)]
            : [.. roster.Officers.Where(o => conversation.Audience.Contains(o.Department))];
    }

    private static Conversation Personal(Officer officer) => new(
        Conversation.IdOf(Recipient.Officer(officer.Id)), RecipientKind.Officer, officer.Id, "联席台", "JointDesk", [officer.Department]);

    private static Conversation Of(Department department) => new(
        Conversation.IdOf(Recipient.Department(department.Id)), RecipientKind.Department, department.Id, department.Name, department.NameEn,
        [department.Id]);

    private static Conversation Of(Case @case) => new(
        Conversation.IdOf(Recipient.Case(@case.Number)), RecipientKind.Case, @case.Number, @case.Title, @case.TitleEn, [.. @case.Departments]);
}
