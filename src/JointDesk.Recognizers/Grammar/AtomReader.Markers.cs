using JointDesk.Recognizers.Scanning;

namespace JointDesk.Recognizers.Grammar;

internal sealed partial class AtomReader
{
    /// <summary>Words that say what the times around them are for.</summary>
    private int Marker(int i, ref Atom atom)
    {
        atom.Kind = AtomKind.Role;
        var (role, length) = RoleAt(i);
        atom.Role = role;
        return i + length;
    }

    /// <summary>"(by) the end of Friday": the token of the weekday; the one asked for where there is no such phrase.</summary>
    private int EndOf(int i)
    {
        int of = Skip(i, Tok.The) + 1;
        return scan.Kind(of - 1) == Tok.End && scan.Text(of) is "of" && scan.Kind(Skip(of + 1, Tok.This, Tok.Next)) == Tok.Weekday ? of + 1 : i;
    }

    /// <summary>A kind of word that is looked at closer has a method of its own: a new process compiles those whose words occur.</summary>
    private (Role Role, int Length) RoleAt(int i)
    {
        var kind = scan.Kind(i);
        return Plain(kind) is not Role.None and var plain ? (plain, 1) : kind switch
        {
            Tok.Before or Tok.By or Tok.Until => LimitRole(i),
            Tok.Not or Tok.Or or Tok.Except => RefusalRole(i),
            Tok.MoveTo or Tok.Push or Tok.Bring => MoveRole(i),
            Tok.Meeting or Tok.End or Tok.Start or Tok.Finish or Tok.Skip or Tok.Extend => OccasionRole(i),
            Tok.Same or Tok.Total or Tok.Num or Tok.Part => CountRole(i),
            Tok.Filler or Tok.Other or Tok.Now or Tok.Back => WordRole(i),
            _ => (Role.None, 0),
        };
    }

    private static Role Plain(Tok kind) => kind switch
    {
        Tok.Stop => Role.Break,
        Tok.Comma => Role.Comma,
        Tok.Enum or Tok.Slash => Role.Enum,
        Tok.After => Role.After,
        Tok.Within => Role.Within,
        Tok.From => Role.From,
        Tok.To or Tok.Dash => Role.To,
        Tok.Between => Role.Between,
        Tok.And => Role.And,
        Tok.OfMark => Role.Of,
        Tok.Possessive => Role.Possessive,
        Tok.Postpone or Tok.Later => Role.Postpone,
        Tok.Advance or Tok.Earlier => Role.Advance,
        Tok.More => Role.More,
        Tok.Cancel => Role.Cancel,
        Tok.Remind => Role.Remind,
        Tok.Report => Role.Report,
        Tok.Deadline => Role.Deadline,
        Tok.SameTime => Role.SameTime,
        Tok.Any => Role.Any,
        Tok.Correct => Role.Correct,
        Tok.Recur => Role.Recur,
        Tok.For => Role.For,
        _ => Role.None,
    };

    /// <summary>Before, by, until.</summary>
    private (Role Role, int Length) LimitRole(int i)
    {
        switch (scan.Kind(i))
        {
            case Tok.Before or Tok.By or Tok.Until when EndOf(i + 1) is var behind && behind > i + 1:
                return (Role.By, behind - i);
            case Tok.Before:
                return (Role.Before, 1);
            case Tok.By:
                // "the deadline", "due": who waits for a day behind it, or is itself what others are measured against
                return scan.Text(i) is "deadline" && scan.Kind(i - 1) is Tok.Before or Tok.The && scan.Kind(Skip(i - 1, Tok.The) - 1) is Tok.Before || IsMeasured(i)
                    ? (Role.Deadline, 1) : (Role.By, 1);
            case Tok.Until:
                return (Role.Until, 1);
            default:
                return (Role.None, 0);
        }
    }

    /// <summary>Not, or, except.</summary>
    private (Role Role, int Length) RefusalRole(int i)
    {
        var next = scan.Kind(i + 1);
        switch (scan.Kind(i))
        {
            case Tok.Or:
                // 周四，不行就周五 offers both; 周三不行就周四 rules one out
                return scan.Text(i).StartsWith("不行") && scan.Kind(i - 1) is not (Tok.Comma or Tok.Stop) ? (Role.ExceptEnd, 1) : (Role.Or, 1);
            case Tok.Not:
                if (next == Tok.Postpone && scan.Text(i + 1)[0] >= 0x80)
                {
                    // 别拖, 不要推迟: it stays
                    return (Role.Gap, 2);
                }

                if (scan.Text(i + 1) is "happening" && Count > 0)
                {
                    return (Role.Cancel, 2);
                }

                // no later than Friday, not before Friday
                if (next == Tok.Later && scan.Text(i + 2) is "than")
                {
                    return (Role.By, 3);
                }

                // "Friday doesn't work", "Tuesday isn't possible"
                if (scan.Text(i + 1) is "work" or "suit" or "good" or "possible" or "convenient" && scan.Text(i)[0] < 0x80 && Count > 0 && atoms[Count - 1].Kind is AtomKind.Day or AtomKind.Clock or AtomKind.Part)
                {
                    return (Role.ExceptEnd, 2);
                }

                // "I can't do Tuesday"
                if (scan.Text(i + 1) is "do" or "make" && scan.Text(i)[0] < 0x80)
                {
                    return (Role.Not, 2);
                }

                if (scan.Text(i) is "no" && next == Tok.Meeting)
                {
                    // no meeting on 23 December
                    return (Role.Not, 2);
                }

                if (scan.Text(i) is "no" && (next == Tok.Comma || scan.Text(i + 1) is "wait" or "sorry" or "make") && Count > 0)
                {
                    // Thursday at 2, no, make that 3
                    return (Role.Correct, 1);
                }

                return scan.Text(i) is "no" && next is not (Tok.Weekday or Tok.RelDay) ? (Role.Gap, 1) : (Role.Not, 1);
            case Tok.Except:
                return scan.Value(i) == 1 ? (Role.ExceptEnd, 1) : (Role.Except, scan.Text(i + 1) is "for" ? 2 : 1);
            default:
                return (Role.None, 0);
        }
    }

    /// <summary>Move, push, put, bring.</summary>
    private (Role Role, int Length) MoveRole(int i)
    {
        var next = scan.Kind(i + 1);
        switch (scan.Kind(i))
        {
            case Tok.MoveTo when next == Tok.This && scan.Text(i + 2) is "时间" or "时段" or "时候" or "点":
                // 周三下午三点，改到这个时间: what was said is where it goes
                return (Role.Gap, 3);
            case Tok.MoveTo:
                return scan.Text(i) is "move" or "moved" or "shift" or "moving" ? PushOrPull(i, Role.MoveTo) : (Role.MoveTo, 1);
            case Tok.Push:
                // "put it in for Monday" moves nothing; "put it back" and "put off" do
                var (pushed, words) = PushOrPull(i, Role.Postpone);
                return pushed == Role.MoveTo && scan.Text(i) is "put" && scan.Text(i + 1) is not "off" && scan.Text(i + 2) is not "off" ? (Role.Gap, 1) : (pushed, words);
            case Tok.Bring:
                return PushOrPull(i, Role.Advance);
            default:
                return (Role.None, 0);
        }
    }

    /// <summary>What is held, and when it begins and ends.</summary>
    private (Role Role, int Length) OccasionRole(int i)
    {
        var next = scan.Kind(i + 1);
        switch (scan.Kind(i))
        {
            case Tok.Extend:
                return (scan.Value(i) == 1 ? Role.ExtendTo : Role.Extend, 1);
            case Tok.Meeting:
                return scan.Text(i) is "call" && scan.Text(i + 1) is "off" ? (Role.Cancel, 2) : (Role.Meeting, 1);
            case Tok.End or Tok.Start when scan.Text(i) is "late" or "early" && Count > 0 && atoms[Count - 1].Kind == AtomKind.Length:
                // fifteen minutes late
                return (scan.Kind(i) == Tok.End ? Role.Postpone : Role.Advance, 1);
            case Tok.Start:
                return (Role.Start, 1);
            case Tok.End when scan.Text(i) is "end" && (next == Tok.Meeting || next is Tok.At || (next == Tok.The && scan.Kind(i + 2) == Tok.Meeting) || scan.Text(i + 1) is "it"):
                return (Role.Finish, next == Tok.At ? 2 : 1);
            case Tok.Finish:
                return (Role.Finish, scan.Kind(i + 1) is Tok.At or Tok.On ? 2 : 1);
            case Tok.Skip when next == Tok.Postpone:
                // 节假日顺延 is a rule of the series, no meeting is moved
                return (Role.Skip, 2);
            case Tok.Skip:
                return (Role.Skip, 1);
            default:
                return (Role.None, 0);
        }
    }

    /// <summary>So many times; earlier and later.</summary>
    private (Role Role, int Length) CountRole(int i)
    {
        var next = scan.Kind(i + 1);
        switch (scan.Kind(i))
        {
            case Tok.Same when next == Tok.Times:
                return (Role.SameTime, 2);
            case Tok.Total when next == Tok.Num && scan.Kind(Skip(i + 2, Tok.Measure)) is Tok.Times or Tok.WeekUnit or Tok.MonthUnit or Tok.DayUnit:
                return (Role.Count, Skip(i + 2, Tok.Measure) + 1 - i);
            case Tok.Num when next == Tok.Times && !scan[i].Ordinal:
                return (Role.Count, 2);
            case Tok.Part when scan[i].Aux == 9:
                // 晚半小时, 早一刻钟: later, earlier
                return scan.Value(i) == Parts.Evening ? (Role.Postpone, 1) : (Role.Advance, 1);
            default:
                return (Role.None, 0);
        }
    }

    /// <summary>Words that are only now and then for a time.</summary>
    private (Role Role, int Length) WordRole(int i)
    {
        var next = scan.Kind(i + 1);
        switch (scan.Kind(i))
        {
            case Tok.Other when Count > 0 && ((scan.Text(i) is "sorry" && scan.Kind(i + 1) is not (Tok.For or Tok.At or Tok.To) && scan.Text(i + 1) is not ("if" or "but" or "that")) || scan.Text(i) is "wait" || (scan.Text(i) is "rather" && scan.Text(i + 1) is not "than") || (scan.Text(i) is "scratch" && scan.Text(i + 1) is "that") || (scan.Text(i) is "mean" && scan.Text(i - 1) is "i")):
                return (Role.Correct, scan.Text(i) is "scratch" ? 2 : 1);
            case Tok.Other when scan.Text(i) is ['不' or '休', ..] && scan.Has(Tok.Every) && Count > 0 && atoms[Count - 1].Kind is AtomKind.Day or AtomKind.Period && scan.Touches(i):
                // 每天八点点名，周末不点
                return (Role.ExceptEnd, 1);
            case Tok.Other when scan.Text(i) is "stand" && scan.Text(i + 1) is "down":
                return (Role.Cancel, 2);
            case Tok.Filler or Tok.Other when scan.Text(i) is "instead" && next == Tok.OfMark && (Count == 0 || atoms[Count - 1].IsRole(Role.Break)):
                // instead of Thursday we do Friday; behind the day that holds it needs no words
                return (Role.Except, 2);
            case Tok.Other when ((Count > 0 && next == Tok.From && scan.Text(i) is "goes" or "go" or "went" or "going") || (scan.Text(i) is "changed" && (scan.Text(i - 1) is "been" or "is" or "was" || scan.Kind(i - 1) == Tok.Stop) && next is Tok.From or Tok.To)):
                // goes from Monday to Wednesday
                return (Role.MoveTo, 1);
            case Tok.Now when Count > 0 && scan.Text(i) is "now" && scan.Text(i - 1) is "is" or "it's" or "that's" && next is Tok.On or Tok.At or Tok.Num or Tok.RelDay or Tok.Weekday or Tok.Next or Tok.The or Tok.MonthName:
                // Monday's call is now on Friday
                return (Role.MoveTo, 1);
            case Tok.Other when Count > 0 && scan.Text(i) is "off" && scan.Text(i - 1) is "is" or "are" or "it's" && next is Tok.Stop or Tok.Comma or Tok.And:
                return (Role.Cancel, 1);
            case Tok.Other when scan.Text(i) is "clashes" or "conflicts" && Count > 0 && atoms[Count - 1].Kind is AtomKind.Day or AtomKind.Clock or AtomKind.Part:
                return (Role.ExceptEnd, 1);
            case Tok.Other when scan.Text(i) is "too" && scan.Text(i + 1) is "early" or "late" or "soon" or "tight" && Count > 0 && atoms[Count - 1].Kind is AtomKind.Day or AtomKind.Clock or AtomKind.Part:
                return (Role.ExceptEnd, 2);
            case Tok.Other when (scan.Text(i) is "as" && next == Tok.OfMark) || (scan.Text(i) is "effective" && next != Tok.From):
                return (Role.From, scan.Text(i) is "as" ? 2 : 1);
            case Tok.Back when scan.Text(i) is "out" && scan.Text(i - 1) is "is":
                return (Role.ExceptEnd, 1);
            case Tok.Other when scan.Text(i) is "but" && scan.Text(i - 1) is "anything" or "day" or "time":
                return (Role.Except, 1);
            default:
                return (Role.None, 0);
        }
    }

    private (Role, int) PushOrPull(int i, Role role)
    {
        for (int n = i + 1; n < Math.Min(i + 10, scan.Count); n++)
        {
            if (scan.Kind(n) is Tok.Back or Tok.Forward && (scan.Text(n) is not "out" || (role == Role.Postpone && scan.Kind(n + 1) is Tok.Num or Tok.A or Tok.By or Tok.Half)))
            {
                bool later = scan.Kind(n) == Tok.Back;
                return (later ? Role.Postpone : Role.Advance, n == i + 1 ? 2 : 1);
            }
        }

        return (role is Role.Postpone or Role.MoveTo ? Role.MoveTo : Role.Gap, 1);
    }

    /// <summary>"a day before the deadline", "before it is due": the deadline is the measure.</summary>
    private bool IsMeasured(int i)
    {
        int n = i - 1;
        while (n >= 0 && n > i - 4 && (scan.Kind(n) is Tok.The or Tok.Filler or Tok.Possessive || scan.Text(n) is "it" or "it's" or "task" or "due"))
        {
            n--;
        }

        return scan.Kind(n) is Tok.Before or Tok.After && scan.Text(n)[0] < 0x80;
    }
}
