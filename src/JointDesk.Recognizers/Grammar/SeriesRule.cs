using System.Globalization;
using System.Text;
using NodaTime;

namespace JointDesk.Recognizers.Grammar;

/// <summary>A recurrence in parts, as RFC 5545 text and as its first day.</summary>
internal sealed class SeriesRule
{
    private static readonly string[] Days = ["", "MO", "TU", "WE", "TH", "FR", "SA", "SU"];

    public SeriesUnit Unit { get; set; }
    public int Interval { get; set; } = 1;

    /// <summary>Bit per ISO weekday.</summary>
    public int Weekdays { get; set; }

    /// <summary>1MO, −1FR; with <see cref="Second"/> 1MO,3MO. 0 without.</summary>
    public int Nth { get; set; }
    public int Second { get; set; }

    /// <summary>The nth working day: BYSETPOS over the five weekdays.</summary>
    public bool SetPosition { get; set; }

    /// <summary>Bit per day of the month, from bit 0.</summary>
    public long MonthDays { get; set; }

    /// <summary>The day of the month counted from its end, 1 the last; 0 without.</summary>
    public int FromEnd { get; set; }

    /// <summary>Several times of one day, all with the minute of the start.</summary>
    public IReadOnlyList<int> Hours { get; set; } = [];

    /// <summary>Bit per month of the year.</summary>
    public int MonthsOfYear { get; set; }

    /// <summary>Of quarters, not of any three months: it begins in the first month of one, or in the last where the end is meant.</summary>
    public bool Quarterly { get; set; }

    /// <summary>1 to 3 where it was said; 0 otherwise.</summary>
    public int MonthOfQuarter { get; set; }

    /// <summary>Every Easter, 每年春节: no rule of RFC 5545 says when that is.</summary>
    public bool Movable { get; set; }

    /// <summary>Twice a week: several days that have to be named.</summary>
    public bool Several { get; set; }
    public int Count { get; set; }
    public LocalDate? Until { get; set; }
    public LocalDate? Begin { get; set; }

    /// <summary>Whether it takes place on a day of its own: not on a holiday, where it says so.</summary>
    public Func<LocalDate, bool> IsHeld { get; set; } = static _ => true;

    public string Text()
    {
        var text = new StringBuilder(48);
        text.Append("FREQ=").Append(Unit switch
        {
            SeriesUnit.Minute => "MINUTELY",
            SeriesUnit.Hour => "HOURLY",
            SeriesUnit.Day => "DAILY",
            SeriesUnit.Month => "MONTHLY",
            SeriesUnit.Year => "YEARLY",
            _ => "WEEKLY",
        });
        if (Interval > 1)
        {
            text.Append(";INTERVAL=").Append(Interval);
        }

        if (MonthsOfYear != 0)
        {
            text.Append(";BYMONTH=").AppendJoin(',', Enumerable.Range(1, 12).Where(m => (MonthsOfYear >> m & 1) != 0));
        }

        if (Weekdays != 0)
        {
            text.Append(";BYDAY=");
            Append(text, SetPosition ? 0 : Nth);
            if (Second != 0 && !SetPosition)
            {
                text.Append(',');
                Append(text, Second);
            }
        }
        else if (MonthDays != 0 || FromEnd > 0)
        {
            text.Append(";BYMONTHDAY=");
            bool any = false;
            for (int d = 1; d <= 31; d++)
            {
                if ((MonthDays >> (d - 1) & 1) != 0)
                {
                    text.Append(any ? "," : "").Append(d);
                    any = true;
                }
            }

            if (FromEnd > 0)
            {
                text.Append(any ? "," : "").Append(-FromEnd);
            }
        }

        if (Hours.Count > 0)
        {
            text.Append(";BYHOUR=").AppendJoin(',', Hours);
        }

        if (SetPosition)
        {
            text.Append(";BYSETPOS=").Append(Nth);
        }

        if (Count > 0)
        {
            text.Append(";COUNT=").Append(Count);
        }

        if (Until is { } until)
        {
            text.Append(CultureInfo.InvariantCulture, $";UNTIL={until.Year:0000}{until.Month:00}{until.Day:00}T235959");
        }

        return text.ToString();
    }

    private void Append(StringBuilder text, int nth)
    {
        bool any = false;
        for (int d = 1; d <= 7; d++)
        {
            if ((Weekdays >> d & 1) != 0)
            {
                text.Append(any ? "," : "");
                any = true;
                if (nth != 0)
                {
                    text.Append(nth);
                }

                text.Append(Days[d]);
            }
        }
    }

    /// <summary>The first day on or after a day; the interval counts from there.</summary>
    public LocalDate? First(LocalDate from, bool skipFirst)
    {
        var day = skipFirst ? from.AddDays(1) : from;
        for (int n = 0; n < 1500; n++, day = day.AddDays(1))
        {
            if (Fits(day) && IsHeld(day))
            {
                return day;
            }
        }

        return null;
    }

    /// <summary>The days of a series in a span that is left out; in one longer than a season, or where it is not every week, nobody says which.</summary>
    public IEnumerable<LocalDate> Within(LocalDate from, LocalDate to, LocalDate today)
    {
        bool told = Interval == 1 && Period.DaysBetween(from, to) <= 92;
        for (var day = from < today ? today : from; told && day <= to; day = day.AddDays(1))
        {
            if (Fits(day))
            {
                yield return day;
            }
        }
    }

    private bool Fits(LocalDate day)
    {
        bool weekday = Weekdays == 0 || (Weekdays >> (int)day.Weekday() & 1) != 0;
        bool end = Nth < 0 || (FromEnd > 0 && MonthDays == 0);
        if ((MonthsOfYear != 0 && (MonthsOfYear >> day.Month & 1) == 0) || (Quarterly && day.Month % 3 != (MonthOfQuarter > 0 ? MonthOfQuarter % 3 : end ? 0 : 1)))
        {
            return false;
        }

        if (Weekdays == 0 && (MonthDays != 0 || FromEnd > 0))
        {
            return (MonthDays >> (day.Day - 1) & 1) != 0 || (FromEnd > 0 && day.Day == CalendarSystem.Iso.GetDaysInMonth(day.Year, day.Month) + 1 - FromEnd);
        }

        return weekday && (Nth == 0 || IsNth(day, Nth) || (Second != 0 && IsNth(day, Second)));
    }

    private bool IsNth(LocalDate day, int nth)
    {
        int step = nth > 0 ? -1 : 1;
        int seen = 0;
        bool ofYear = Unit == SeriesUnit.Year && MonthsOfYear == 0;
        for (var d = day; d.Year == day.Year && (ofYear || d.Month == day.Month) && seen <= Math.Abs(nth); d = d.AddDays(step))
        {
            seen += (Weekdays >> (int)d.Weekday() & 1) != 0 ? 1 : 0;
        }

        return seen == Math.Abs(nth);
    }
}
