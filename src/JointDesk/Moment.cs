using NodaTime;

namespace JointDesk;

/// <summary>What <c>Decide</c> may know of the world: the desk's now, and a source of new ids.</summary>
public sealed record Moment(Instant Now, Func<string> NewId);
