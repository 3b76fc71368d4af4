using NodaTime;

namespace JointDesk.Meetings;

/// <summary>A fact about a meeting and those who sit in it.</summary>
public abstract record MeetingFact(string Meeting, IReadOnlyList<string> Seated) : Fact
{
    public override string Subject => Meeting;
    public override IReadOnlyList<string> Departments => Seated;
}

public sealed record MeetingConvened(string Meeting, IReadOnlyList<string> Seated, Instant Start, int Sequence) : MeetingFact(Meeting, Seated);

public sealed record MeetingMoved(string Meeting, IReadOnlyList<string> Seated, Instant From, Instant Start, int Sequence) : MeetingFact(Meeting, Seated);

/// <param name="Added">Those that were not invited before.</param>
public sealed record DepartmentsInvited(string Meeting, IReadOnlyList<string> Seated, IReadOnlyList<string> Added) : MeetingFact(Meeting, Seated);

public sealed record MeetingCancelled(string Meeting, IReadOnlyList<string> Seated, int Sequence) : MeetingFact(Meeting, Seated);

public sealed record InvitationAnswered(string Meeting, IReadOnlyList<string> Seated, string Department, SeatResponse Response)
    : MeetingFact(Meeting, Seated);

public sealed record TimeProposed(string Meeting, IReadOnlyList<string> Seated, string Department, Instant Start) : MeetingFact(Meeting, Seated);

/// <summary>The lead stayed with its time.</summary>
public sealed record TimeKept(string Meeting, IReadOnlyList<string> Seated, string Department) : MeetingFact(Meeting, Seated);

public sealed record MeetingBegan(string Meeting, IReadOnlyList<string> Seated) : MeetingFact(Meeting, Seated);

public sealed record MeetingEnded(string Meeting, IReadOnlyList<string> Seated) : MeetingFact(Meeting, Seated);

public sealed record ResolutionRecorded(string Meeting, IReadOnlyList<string> Seated, int Number) : MeetingFact(Meeting, Seated);
