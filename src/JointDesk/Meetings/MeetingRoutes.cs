namespace JointDesk.Meetings;

/// <summary>What this room handles and follows.</summary>
public static class MeetingRoutes
{
    public static DeskRoutes AddMeetings(this DeskRoutes routes) => routes
        .On<ConveneMeeting, ConveneMeeting.Loaded>(ConveneMeeting.Load, ConveneMeeting.Decide)
        .On<MoveMeeting, OneMeeting>(MoveMeeting.Load, MoveMeeting.Decide)
        .On<InviteDepartments, OneMeeting>(InviteDepartments.Load, InviteDepartments.Decide)
        .On<CancelMeeting, OneMeeting>(CancelMeeting.Load, CancelMeeting.Decide)
        .On<AnswerInvitation, OneMeeting>(AnswerInvitation.Load, AnswerInvitation.Decide)
        .On<ProposeTime, OneMeeting>(ProposeTime.Load, ProposeTime.Decide)
        .On<KeepTime, OneMeeting>(KeepTime.Load, KeepTime.Decide)
        .On<RecordResolution, OneMeeting>(RecordResolution.Load, RecordResolution.Decide)
        .On<AdvanceMeeting, Meeting?>(AdvanceMeeting.Load, AdvanceMeeting.Decide)
        .When<MeetingConvened, TellOfMissingHolidays.Loaded>(TellOfMissingHolidays.Load, TellOfMissingHolidays.Decide)
        .When<MeetingMoved, TellOfMissingHolidays.Loaded>(TellOfMissingHolidays.Load, TellOfMissingHolidays.Decide);
}
