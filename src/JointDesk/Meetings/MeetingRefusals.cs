using NodaTime;

namespace JointDesk.Meetings;

/// <summary>Only a liaison or head of the lead department, or the desk office, may convene, move, cancel and assign.</summary>
public sealed record MayNotConvene(string Lead) : Refusal
{
    public override bool IsAccess => true;
}

/// <summary>Only a liaison or head speaks for a department.</summary>
public sealed record MayNotSpeakFor(string Department) : Refusal
{
    public override bool IsAccess => true;
}

public sealed record TimeInThePast(Instant Start, string Zone) : Refusal;

public sealed record EndBeforeStart : Refusal;

/// <summary>Longer than a working day: surely a slip.</summary>
public sealed record TooLong : Refusal;

/// <summary>A joint meeting needs two departments.</summary>
public sealed record OneDepartmentOnly : Refusal;

public sealed record UnknownDepartment(string Department) : Refusal;

public sealed record UnknownCase(string Case) : Refusal;

/// <summary>There is no such meeting, or it is not for the one who asks: both look the same from outside.</summary>
public sealed record UnknownMeeting(string Meeting) : Refusal;

public sealed record MeetingNotOpen(string Meeting, string Number, MeetingState State) : Refusal;

public sealed record NoSeat(string Meeting, string Department) : Refusal
{
    public override bool IsAccess => true;
}

/// <summary>All of those named sit in the meeting already.</summary>
public sealed record InvitedAlready(string Number) : Refusal;

/// <summary>What was pressed shows a time that no longer holds.</summary>
public sealed record OutdatedInvitation(string Meeting, int Sequence) : Refusal;

/// <summary>Somebody else of the lead department was faster: what was confirmed shows a time that no longer holds.</summary>
public sealed record MeetingHasChanged(string Meeting, string Number) : Refusal;

/// <summary>The meeting is there already.</summary>
public sealed record NothingToMove(string Meeting) : Refusal;

/// <summary>That department proposes no other time, or no longer.</summary>
public sealed record NothingProposed(string Meeting, string Department) : Refusal;

public sealed record EmptyText : Refusal;
