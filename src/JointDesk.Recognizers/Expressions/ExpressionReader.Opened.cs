using JointDesk.Recognizers.Grammar;
using JointDesk.Recognizers.Scanning;
using NodaTime;

namespace JointDesk.Recognizers.Expressions;

internal sealed partial class ExpressionReader
{
    /// <summary>What stands before or behind a time and leaves it open at one end: before Friday, since 2016, 周五之前, or later.</summary>
    private void Opened()
    {
        foreach (var one in said)
        {
            if (one.Open != Open.None || one.Set || one.Length is not null || one.Nameless || one.Form == DayForm.FromNow && one.Clock is null || one.From is not null || one.ClockEnd is not null
                || (one.Part != Parts.None && one.Clock is null) || (one.Day is null && one.Clock is null))
            {
                continue;
            }

            if (Behind(one) || !Ahead(one))
            {
                continue;
            }
        }
    }

    private bool Behind(Said one)
    {
        int i = one.Last + 1;
        if ((Word(i, "or") && Word(i + 1, "later", "after") && !Word(i + 2, "than")) || (Word(i, "and") && Word(i + 1, "after", "later") && scan.Kind(i + 2) is Tok.Stop or Tok.Comma))
        {
            one.Last += 2;
            return Since(one);
        }

        if (!Han(i) || !scan.Touches(i) && scan.Kind(i) is not (Tok.Before or Tok.After))
        {
            return false;
        }

        switch (scan.Kind(i))
        {
            case Tok.Before:
                one.Last = i;
                return Until(one, false);
            case Tok.After:
                one.Last = i;
                return Word(i, "后", "之后", "以后") ? After(one) : Since(one);
            case Tok.Start when scan.Value(i) == 1:
                one.Last = i;
                bool plain = scan.Kind(i + 1) == Tok.To || (Word(i, "起") && Word(one.First - 1, "从"));
                return Since(one) && (plain || Opener(one));
            case Tok.To when Word(i + 1, "今"):
                one.Last = i + 1;
                return Since(one) && Opener(one);
            default:
                if (Word(i, "以") && Word(i + 1, "来"))
                {
                    one.Last = i + 1;
                    return Since(one) && Opener(one);
                }

                return false;
        }
    }

    /// <summary>自 and 从 belong to 起, 开始 and 以来.</summary>
    private bool Opener(Said one)
    {
        one.First = scan.Kind(one.First - 1) == Tok.From ? one.First - 1 : one.First;
        return true;
    }

    private bool Ahead(Said one)
    {
        int i = one.First - 1;
        i = scan.Kind(i) is Tok.At && Word(i, "around") && Word(i - 1, "before") || Word(i, "the") ? i - 1 : i;
        if (i < 0)
        {
            return false;
        }

        if (Word(i, "从") && Word(i - 1, "自"))
        {
            one.First = i - 1;
            return Since(one);
        }

        if (Han(i))
        {
            return false;
        }

        (int first, char way) = (scan.Kind(i), scan.Text(i).ToString()) switch
        {
            (Tok.Before, _) => (i, 'u'),
            (Tok.After, "since") => (i, 's'),
            (Tok.After, _) => (i, 'a'),
            (Tok.Until, _) => (i, 'u'),
            (Tok.By, "by") => (i, 'u'),
            (Tok.Start, "starting" or "beginning" or "commencing") => (i, 's'),
            (_, "than") when Word(i - 1, "later") && Word(i - 2, "no") => (i - 2, 'u'),
            (_, "than") when Word(i - 1, "later", "greater") => (i - 1, 'a'),
            (_, "as") when Word(i - 1, "early") && Word(i - 2, "as") => (i - 2, 's'),
            (_, "as") when Word(i - 1, "late") && Word(i - 2, "as") => (i - 2, 'u'),
            (Tok.From, _) when Word(i - 1, "time") && Word(i - 2, "any") => (i - 2, 's'),
            _ => (i, ' '),
        };
        if (way == ' ')
        {
            return false;
        }

        one.First = first;
        return way switch { 'u' => Until(one, true), 'a' => After(one), _ => Since(one) };
    }

    private static bool Until(Said one, bool latin)
    {
        one.Day = one.AtEnd && latin ? one.DayEnd : one.Day;
        one.DayEnd = null;
        one.Open = Open.Until;
        return true;
    }

    private static bool Since(Said one)
    {
        one.DayEnd = null;
        one.Open = Open.From;
        return true;
    }

    /// <summary>After a span is after its end, unless its beginning was meant.</summary>
    private static bool After(Said one)
    {
        one.Day = one.DayEnd is not null && (one.AtEnd || one.Unit is PeriodUnit.Year && Period.DaysBetween(one.Day!.Value, one.DayEnd.Value) >= 365) ? one.DayEnd : one.Day;
        return Since(one);
    }

    /// <summary>tomorrow before 5pm, next Wednesday later than 10.</summary>
    private bool DayAndOpen(Said a, Said b)
    {
        if (!a.IsDay || b.Open == Open.None || b.Day is not null || b.Clock is null || a.Last + 1 != b.First)
        {
            return false;
        }

        (a.Clock, a.Bare, a.Open) = (b.Clock, b.Bare, b.Open);
        return true;
    }
}
