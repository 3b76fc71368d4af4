using JointDesk.Cases;
using JointDesk.People;
using JointDesk.Recognizers;

namespace JointDesk.Talk.Understanding;

public sealed class Lexicon(Roster roster, IEnumerable<Case> cases)
{
    public int Names => roster.Departments.Count() + cases.Count();
}

public sealed record Surroundings(TimeContext Time, Lexicon Names, string? OwnDepartment, string? OpenDialog);

public abstract class Understander
{
    public abstract Reading Read(string text, Surroundings surroundings);
}
