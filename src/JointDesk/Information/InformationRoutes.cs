using JointDesk.Meetings;

namespace JointDesk.Information;

/// <summary>What this room handles and follows.</summary>
public static class InformationRoutes
{
    public static DeskRoutes AddInformation(this DeskRoutes routes) => routes
        .On<ContributeInformation, OneRequest>(ContributeInformation.Load, ContributeInformation.Decide)
        .On<DeclineInformation, OneRequest>(DeclineInformation.Load, DeclineInformation.Decide)
        .On<NudgeDepartments, NudgeDepartments.Loaded>(NudgeDepartments.Load, NudgeDepartments.Decide)
        .On<ReadContribution, ReadContribution.Loaded>(ReadContribution.Load, ReadContribution.Decide)
        .When<MeetingConvened, AskForInformation.Loaded>(AskForInformation.Load, AskForInformation.WhenConvened)
        .When<DepartmentsInvited, AskForInformation.Loaded>(AskForInformation.Load, AskForInformation.WhenInvited)
        .When<MeetingMoved, AskForInformation.Loaded>(AskForInformation.Load, AskForInformation.WhenMoved)
        .When<MeetingCancelled, AskForInformation.Loaded>(AskForInformation.Load, AskForInformation.WhenCancelled)
        .When<MeetingBegan, AskForInformation.Loaded>(AskForInformation.Load, AskForInformation.WhenBegun);
}
