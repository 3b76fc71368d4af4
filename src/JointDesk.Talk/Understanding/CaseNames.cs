using System.Globalization;
using JointDesk.Cases;

namespace JointDesk.Talk.Understanding;

/// <summary>How a case may be called: its number, its title, “6·18”案, 6.18, the June 18 case, Operation Lantern.</summary>
internal static class CaseNames
{
    private static readonly string[] Months =
        ["", "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

    public static IEnumerable<string> Of(Case item)
    {
        yield return item.Number;
        yield return item.Title;
        yield return item.TitleEn;
        int open = item.Title.IndexOf('“', StringComparison.Ordinal);
        int close = item.Title.IndexOf('”', StringComparison.Ordinal);
        if (open >= 0 && close > open + 1)
        {
            string day = item.Title[(open + 1)..close];
            foreach (string name in ByDay(day))
            {
                yield return name;
            }
        }

        if (item.TitleEn.StartsWith("Operation ", StringComparison.OrdinalIgnoreCase))
        {
            string[] words = item.TitleEn.Split(' ');
            if (words.Length > 2)
            {
                yield return $"{words[0]} {words[1]}";
            }
        }
    }

    /// <summary>6.18, 618 and 六一八: figures that name a case only among words that say so.</summary>
    public static IEnumerable<string> Bare(string day)
    {
        string figures = day.Replace("·", "", StringComparison.Ordinal);
        if (figures.Length == day.Length || !figures.All(char.IsAsciiDigit))
        {
            yield break;
        }

        yield return day.Replace('·', '.');
        yield return figures;
        yield return string.Concat(figures.Select(c => "〇一二三四五六七八九"[c - '0']));
        yield return string.Concat(figures.Select(c => "零一二三四五六七八九"[c - '0']));
    }

    private static IEnumerable<string> ByDay(string day)
    {
        foreach (string dot in (string[])["·", ".", "-", "•"])
        {
            string name = day.Replace("·", dot, StringComparison.Ordinal);
            foreach (string tail in (string[])["案", "案件", "专案", "case"])
            {
                yield return $"“{name}”{tail}";
                yield return $"\"{name}\"{tail}";
                yield return $"“{name}” {tail}";
                yield return name + tail;
                yield return $"{name} {tail}";
            }

            yield return $"“{name}”";
        }

        yield return day;
        foreach (string bare in Bare(day))
        {
            yield return bare;
        }

        string[] parts = day.Split('·');
        if (parts.Length == 2 && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out int month) && month is >= 1 and <= 12)
        {
            string n = parts[1].TrimStart('0');
            foreach (string name in (string[])[$"{Months[month]} {n}", $"{n} {Months[month]}", $"{Months[month][..3]} {n}", $"{n} {Months[month][..3]}"])
            {
                yield return $"the {name} case";
                yield return $"{name} case";
            }

            yield return $"{month}月{n}日案";
        }
    }
}
