using JointDesk.Cases;

namespace JointDesk.Information;

/// <summary>A fact about what one department was asked.</summary>
public abstract record InformationFact(string Request, IReadOnlyList<string> Concerned) : Fact
{
    public override string Subject => Request;
    public override IReadOnlyList<string> Departments => Concerned;
}

public sealed record InformationAsked(string Request, IReadOnlyList<string> Concerned) : InformationFact(Request, Concerned);

public sealed record InformationContributed(string Request, IReadOnlyList<string> Concerned, string Contribution, int Version, Tlp Label)
    : InformationFact(Request, Concerned);

public sealed record InformationDeclined(string Request, IReadOnlyList<string> Concerned) : InformationFact(Request, Concerned);

public sealed record InformationLapsed(string Request, IReadOnlyList<string> Concerned) : InformationFact(Request, Concerned);

/// <summary>Those were reminded of whom something was still waited for.</summary>
public sealed record DepartmentsNudged(string Meeting, IReadOnlyList<string> Concerned) : Fact
{
    public override string Subject => Meeting;
    public override IReadOnlyList<string> Departments => Concerned;
}

/// <summary>A disclosure: an officer was shown a version.</summary>
public sealed record ContributionShown(string Contribution, IReadOnlyList<string> Concerned, string Officer, int Version) : Fact
{
    public override string Subject => Contribution;
    public override IReadOnlyList<string> Departments => Concerned;
}
