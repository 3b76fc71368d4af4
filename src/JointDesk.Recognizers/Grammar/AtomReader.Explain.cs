using System.Globalization;
using NodaTime;

namespace JointDesk.Recognizers.Grammar;

internal sealed partial class AtomReader
{
    /// <summary>What has been read, each stretch with its rule and what it was taken for.</summary>
    public IReadOnlyList<TimeExpression> Explain()
    {
        List<TimeExpression> read = [];
        for (int i = 0; i < Count; i++)
        {
            ref var atom = ref atoms[i];
            bool missing = atom.Rule == nameof(NoSuchDay);
            if (atom.Kind == AtomKind.Role && !missing)
            {
                continue;
            }

            int start = scan[atom.First].Start;
            string type = missing ? "no such day" : atom.Kind.ToString().ToLowerInvariant();
            read.Add(new TimeExpression(new TextSpan(start, scan[atom.Last].End - start), type, [Value(atom)]) { Rule = atom.Rule });
        }

        return read;
    }

    private static TimeValue Value(in Atom atom) => atom.Kind switch
    {
        AtomKind.Day => new TimeValue("", Iso(atom.Date)),
        AtomKind.Period => new TimeValue("", null, Iso(atom.Date), Iso(atom.Date2)),
        AtomKind.Clock => new TimeValue("", string.Create(CultureInfo.InvariantCulture, $"{atom.Hour:00}:{atom.Minute:00}{(atom.Bare ? " am or pm" : "")}")),
        AtomKind.Length => new TimeValue("", string.Create(CultureInfo.InvariantCulture, $"{atom.Months} months, {atom.Days} days, {atom.WorkDays} working days, {atom.Minutes} minutes")),
        AtomKind.Series => new TimeValue("", string.Create(CultureInfo.InvariantCulture, $"every {Math.Max(1, atom.Interval)} {atom.Unit}")),
        AtomKind.Part => new TimeValue("", Scanning.Parts.Public(atom.Part)?.ToString()),
        AtomKind.Nth => new TimeValue("", atom.Nth.ToString(CultureInfo.InvariantCulture)),
        _ => new TimeValue("", null),
    };

    private static string Iso(LocalDate day) => string.Create(CultureInfo.InvariantCulture, $"{day.Year:0000}-{day.Month:00}-{day.Day:00}");
}
