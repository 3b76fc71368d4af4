namespace JointDesk.Cases;

/// <summary>What holds for every command, whichever room it is for.</summary>
public static class CaseRoutes
{
    public static DeskRoutes AddCases(this DeskRoutes routes) => routes
        .RefuseWhere(command => command.Texts.Any(text => text is not null && SecretMarks.In(text)) ? new StateSecret() : null)
        .RefuseWhere(command => command.Texts.Any(text => text?.Length > command.LongestText) ? new TextTooLong(command.LongestText) : null);
}

public sealed record TextTooLong(int Most) : Refusal;
