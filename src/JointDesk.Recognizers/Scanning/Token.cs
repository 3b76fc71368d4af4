namespace JointDesk.Recognizers.Scanning;

/// <summary>What a stretch of text is to the grammar. Both languages share the kinds: 周 and "week" are the same word here.</summary>
internal enum Tok : byte
{
    /// <summary>A character or word without meaning for time.</summary>
    Other,

    /// <summary>Says nothing and may stand between the parts of one expression: 北京时间, 的时候, please.</summary>
    Filler,

    Num, Comma, Enum, Stop, Dot, Colon, Dash, Slash, Open, Close, Quote,

    Weekday, Weekend, WeekdayPlural, MonthName, RelDay, RelDays, Part, AmPm, Noon, Midnight, Now, Festival,
    WeekUnit, MonthUnit, YearUnit, QuarterYear, DayUnit, DayMark, HourMark, HourUnit, MinuteMark, MinuteUnit, SecondUnit, KeUnit, QuarterWord,
    LunarMonth, LunarDay, Half, Measure, Whole, WorkDay, Working, Fortnight, RelYear, Xun,

    This, Next, Last, Coming, Every, EveryOther, Other2, Frequency, Di, Th, Few, Couple,
    Before, After, Within, By, Until, From, To, Between, And, Or, Not, Except, OfMark, At, On, In, The, A, For, Past, Possessive, Start, End, Middle,
    Cob, DayEnd, FromNow, Ago, Later, Earlier, More, Same, Times, Total, SameTime,
    Meeting, Deadline, MoveTo, Postpone, Advance, Extend, Cancel, Remind, Report, Skip, Back, Push, Bring, Forward, Bound, Minus, Hours24, Any, Once, Finish, PeriodEnd, Correct, Recur,
}

internal enum NumForm : byte { None, Arabic, Han, Word }

/// <summary>One token of the scan; offsets are in the folded text, which are those of the original.</summary>
internal struct Token
{
    public Tok Kind;
    public NumForm Form;
    public bool Ordinal;
    public bool LeadingZero;

    /// <summary>Digits written, for Arabic numbers.</summary>
    public byte Digits;

    public bool SpaceBefore;

    /// <summary>A second value, such as the part of the day in 今晚; −1 where there is none.</summary>
    public sbyte Aux;

    public int Value;
    public int Start;
    public int Length;

    public readonly int End => Start + Length;
}

/// <summary>Finer than <see cref="PartOfDay"/>, since 晚上一点 and 凌晨一点 are different hours.</summary>
internal static class Parts
{
    public const sbyte None = -1, Dawn = 0, Morning = 1, Noon = 2, Afternoon = 3, Evening = 4, Night = 5;

    public static PartOfDay? Public(sbyte part) => part switch
    {
        Dawn or Morning => PartOfDay.Morning,
        Noon => PartOfDay.Noon,
        Afternoon => PartOfDay.Afternoon,
        Evening or Night => PartOfDay.Evening,
        _ => null,
    };

    /// <summary>Minutes after midnight of the day that is meant; 1440 and more is the day after.</summary>
    public static int Resolve(int hour, int minute, bool bare, sbyte part)
    {
        if (!bare)
        {
            // 今晚零点三十, half past midnight tonight
            return (hour == 0 && part == Evening ? 24 : hour) * 60 + minute;
        }

        int h = part switch
        {
            Dawn => hour % 12,
            Morning => hour,
            Noon => hour is >= 1 and <= 3 ? hour + 12 : hour,
            Afternoon => hour < 12 ? hour + 12 : hour,
            Evening => hour == 12 ? 24 : hour < 4 ? hour + 24 : hour < 12 ? hour + 12 : hour,
            Night => hour == 12 ? 24 : hour is >= 1 and <= 5 ? hour : hour < 12 ? hour + 12 : hour,
            _ => hour is >= 1 and <= 6 ? hour + 12 : hour,
        };
        return h * 60 + minute;
    }
}
