using JointDesk.People;

namespace JointDesk.Server.Channels;

/// <summary>Finds officers by what those call them who vouch for them.</summary>
internal static class OfficerNames
{
    /// <summary>By the directory's id or mail address; mail addresses are compared without regard to case.</summary>
    public static Officer? Named(this Roster roster, string? name) =>
        string.IsNullOrWhiteSpace(name) ? null
        : roster.Officer(name) ?? roster.Officers.FirstOrDefault(o => name.Equals(o.Email, StringComparison.OrdinalIgnoreCase));
}
