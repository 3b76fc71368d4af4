namespace JointDesk.Scheduling;

/// <summary>A department is known to be busy then; what with is nobody's business here.</summary>
public sealed record BusyTime(string Department, TimeRange Range);
