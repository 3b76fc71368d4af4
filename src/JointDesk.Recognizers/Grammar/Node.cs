using JointDesk.Recognizers.Scanning;
using NodaTime;

namespace JointDesk.Recognizers.Grammar;

internal enum NodeKind : byte { Role, Point, Length, Series, Nth }

/// <summary>What a point in time is for, once its neighbours have been looked at.</summary>
internal enum Use : byte { Free, Due, Target, Exclude, Candidate, Until, Begin, Gone }

/// <summary>One or several atoms that mean one thing: a day with its hour, a range, a length.</summary>
internal struct Node
{
    public NodeKind Kind;
    public Role Role;
    public Use Use;
    public int First;
    public int Last;
    public bool HasDay;
    public bool HasPeriod;
    public bool HasClock;
    public bool Close;
    public DayForm Form;
    public int Weekday;
    public LocalDate Day;
    public LocalDate To;
    public sbyte Part;
    public int Hour;
    public int Minute;
    public bool Bare;

    /// <summary>Whether am or pm was said with the hour.</summary>
    public bool Meridiem;

    /// <summary>A range: the end of the clock times, minutes after midnight of the first day; −1 without.</summary>
    public int EndMinute;
    public LocalDate EndDay;
    public bool HasEndDay;

    public static Node Of(in Atom atom, int index)
    {
        var node = new Node { First = index, Last = index, Part = Parts.None, EndMinute = -1 };
        node.Kind = atom.Kind switch
        {
            AtomKind.Role => NodeKind.Role,
            AtomKind.Length => NodeKind.Length,
            AtomKind.Series => NodeKind.Series,
            AtomKind.Nth => NodeKind.Nth,
            _ => NodeKind.Point,
        };
        node.Role = atom.Role;
        if (node.Kind == NodeKind.Point)
        {
            node.TryAdd(atom);
        }

        return node;
    }

    public readonly bool IsPoint => Kind == NodeKind.Point;

    /// <summary>Minutes after midnight, with the part of the day counted in.</summary>
    public readonly int ClockMinutes => Parts.Resolve(Hour, Minute, Bare, Part);

    /// <summary>Takes another atom in, if it says something not yet said.</summary>
    public bool TryAdd(in Atom atom)
    {
        switch (atom.Kind)
        {
            case AtomKind.Part when Part == Parts.None && !(HasClock && !Bare && Hour > 12 && atom.Part <= Parts.Morning):
                Part = atom.Part;
                return true;
            case AtomKind.Clock when atom.Form == DayForm.FromNow:
                if (HasClock || HasDay || HasPeriod)
                {
                    return false;
                }

                (HasDay, Day, Form, HasClock, Hour, Minute, Bare) = (true, atom.Date, DayForm.FromNow, true, atom.Hour, atom.Minute, false);
                return true;
            case AtomKind.Clock when !HasClock:
                (HasClock, Hour, Minute, Bare, Close, Meridiem) = (true, atom.Hour, atom.Minute, atom.Bare, atom.Nth == 1, atom.Part != Parts.None);
                return true;
            case AtomKind.Day:
                return AddDay(atom);
            case AtomKind.Period when HasDay && Form == DayForm.Weekday && NodaTime.Period.DaysBetween(atom.Date, atom.Date2) == 6:
                // Tuesday, next week
                (Day, Form) = (atom.Date.AddDays(Weekday - 1), DayForm.WeekdayOfWeek);
                return true;
            case AtomKind.Period when !HasDay && !HasPeriod:
                (HasPeriod, Day, To) = (true, atom.Date, atom.Date2);
                Form = atom.Bare ? DayForm.Relative : DayForm.Absolute;
                return true;
            default:
                return false;
        }
    }

    private bool AddDay(in Atom atom)
    {
        if (atom.Part != Parts.None && Part != Parts.None)
        {
            return false;
        }

        bool weekday = atom.Form is DayForm.Weekday or DayForm.WeekdayOfWeek;
        if (HasPeriod)
        {
            // next week, on Wednesday; 12月，15号
            bool inside = To >= Day && atom.Form is DayForm.Weekday or DayForm.DayOfMonth && Period.Between(Day, To, PeriodUnits.Days).Days <= 31;
            if (!inside)
            {
                return false;
            }

            for (var d = Day; d <= To; d = d.AddDays(1))
            {
                if (atom.Form == DayForm.Weekday ? (int)d.Weekday() == atom.Weekday : d.Day == atom.Date.Day)
                {
                    (HasPeriod, HasDay, Day, Form, Weekday) = (false, true, d, DayForm.WeekdayOfWeek, atom.Weekday);
                    return true;
                }
            }

            return false;
        }

        if (HasDay)
        {
            // 12月9日（周三）, Friday 4 December, 明天周二: one of the two says it all
            bool mineWeekday = Form is DayForm.Weekday or DayForm.WeekdayOfWeek;
            if (mineWeekday == weekday || (!mineWeekday && Form == DayForm.FromNow))
            {
                return false;
            }

            if (mineWeekday)
            {
                (Day, Form, Weekday) = (atom.Date, atom.Form, 0);
            }

            return true;
        }

        (HasDay, Day, Form, Weekday) = (true, atom.Date, atom.Form, atom.Weekday);
        if (atom.Part != Parts.None)
        {
            Part = atom.Part;
        }

        return true;
    }
}
