namespace JointDesk.Meetings;

/// <summary>To a department that is invited: the card to answer, with the calendar file.</summary>
public sealed record InvitationNotice(string Meeting, string Department, int Sequence) : Notice;

/// <summary>To a department that was invited: another time or place, to be answered anew.</summary>
public sealed record MovedNotice(string Meeting, string Department, int Sequence) : Notice;

public sealed record CancelledNotice(string Meeting, string Department, int Sequence) : Notice;

/// <summary>To the lead's liaisons and the convener: somebody else convened, moved, enlarged or cancelled a meeting that is theirs.</summary>
public sealed record LedMeetingNotice(string Meeting, int Sequence) : Notice
{
    /// <summary>More departments were invited.</summary>
    public bool Enlarged { get; init; }
}

/// <summary>To the convener: one more answer has come.</summary>
public sealed record AnswerNotice(string Meeting, string Department, SeatResponse Response) : Notice;

/// <summary>To the convener: a department would rather meet at another time.</summary>
public sealed record TimeProposedNotice(string Meeting, string Department, int Sequence) : Notice;

/// <summary>To whoever proposed another time: the meeting stays where it is.</summary>
public sealed record TimeKeptNotice(string Meeting, string Department, int Sequence) : Notice;

/// <summary>To the convener when the meeting's time is over: record what was decided.</summary>
public sealed record MeetingEndedNotice(string Meeting) : Notice;

/// <summary>To a department that sits in the meeting: what was agreed.</summary>
public sealed record ResolutionNotice(string Meeting, int Number) : Notice;

/// <summary>Whom a department's notices go to: its liaisons' personal chats and its channel.</summary>
internal static class Recipients
{
    /// <summary>Those who answer for a meeting, without the one who has just acted.</summary>
    public static IEnumerable<LedMeetingNotice> OfLead(People.Roster roster, Meeting meeting, string actor, bool enlarged = false) =>
        from officer in roster.LiaisonsOf(meeting.Lead).Select(o => o.Id).Append(meeting.Convener).Distinct()
        where officer != actor && roster.Officer(officer) is not null
        select new LedMeetingNotice(meeting.Id, meeting.Sequence) { To = Recipient.Officer(officer), Enlarged = enlarged };

    /// <summary>The convener; the lead's liaisons where the convener has left the lead department and the desk office.</summary>
    public static IEnumerable<Recipient> OfConvener(People.Roster roster, Meeting meeting) =>
        roster.Officer(meeting.Convener) is { } convener && People.Authority.MayLead(convener, meeting.Lead, roster)
            ? [Recipient.Officer(convener.Id)]
            : roster.LiaisonsOf(meeting.Lead).Select(o => Recipient.Officer(o.Id));

    public static IEnumerable<Recipient> OfDepartment(People.Roster roster, string department) =>
        [.. roster.LiaisonsOf(department).Select(o => Recipient.Officer(o.Id)), Recipient.Department(department)];
}
