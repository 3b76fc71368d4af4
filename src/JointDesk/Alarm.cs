using NodaTime;

namespace JointDesk;

/// <summary>A command for later, committed with what asks for it. A later alarm of the same id takes its place.</summary>
/// <param name="Id">Stable and readable, such as <c>assignment/2026-001-1</c>: whoever cancels it must be able to name it.</param>
public sealed record Alarm(string Id, Instant Due, Command Command);
