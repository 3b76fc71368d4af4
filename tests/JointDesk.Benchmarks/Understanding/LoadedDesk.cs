using JointDesk.People;
using JointDesk.Recognizers;
using JointDesk.Scheduling;
using JointDesk.Talk.Understanding;
using NodaTime;

namespace JointDesk.Benchmarks.Understanding;

/// <summary>A desk of many departments, as one who speaks to it meets it.</summary>
internal sealed class LoadedDesk
{
    private static readonly (string Name, string Stem, string English)[] Kinds =
    [
        ("刑侦支队", "刑侦", "Criminal Investigation"), ("经侦支队", "经侦", "Economic Crime"), ("网安支队", "网安", "Cybersecurity"),
        ("出入境管理支队", "出入境", "Exit-Entry Administration"), ("法制支队", "法制", "Legal Affairs"),
    ];

    private readonly Understander understander = new(PhraseBook.Load());
    private readonly Surroundings surroundings;

    public LoadedDesk(int departments)
    {
        Departments = departments;
        var time = new TimeContext(new LocalDateTime(2026, 11, 23, 9, 0), HolidayCalendar.China.IsWorkingDay);
        surroundings = new Surroundings(time, new Lexicon(new Roster(Enumerable.Range(0, departments).Select(Unit), []), []), "d0");
    }

    public int Departments { get; }

    public Reading Read(string text) => understander.Read(text, surroundings);

    private static Department Unit(int i)
    {
        var (name, _, english) = Kinds[i % Kinds.Length];
        var city = $"{(char)('一' + i / Kinds.Length % 1000)}州";
        return new Department(
            $"d{i}", $"{city}市公安局{name}", name, $"City{i / Kinds.Length} City {english} Division", i == 0 ? "CID" : $"{english} {i}", Tier.City, null, false,
            "Asia/Shanghai", new LocalTime(9, 0), new LocalTime(18, 0), null);
    }
}
