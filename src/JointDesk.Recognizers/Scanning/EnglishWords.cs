namespace JointDesk.Recognizers.Scanning;

internal static class EnglishWords
{
    public static void AddTo(AddWords add)
    {
        Days(add);
        Units(add);
        Roles(add);
    }

    private static void Days(AddWords add)
    {
        string[] days =
        [
            "monday mon moday", "tuesday tue tues tuseday tusday", "wednesday wed weds wendesday wednsday wensday", "thursday thu thur thurs thrusday thusday",
            "friday fri firday", "saturday saterday", "sunday",
        ];
        string[] plural = ["mondays", "tuesdays", "wednesdays wendesdays", "thursdays", "fridays", "saturdays", "sundays"];
        for (int i = 0; i < 7; i++)
        {
            add(Tok.Weekday, i + 1, days[i]);
            add(Tok.WeekdayPlural, i + 1, plural[i]);
        }

        add(Tok.Weekday, 6, "sat", 1);
        add(Tok.Weekday, 7, "sun", 1);
        string[] months =
        [
            "january jan", "february feb febuary", "", "april apr", "", "june jun", "july jul", "august aug", "september sept sep", "october oct",
            "november nov", "december dec decmber",
        ];
        for (int i = 0; i < 12; i++)
        {
            add(Tok.MonthName, i + 1, months[i]);
        }

        // March and May are words of their own besides: read as months only next to a number.
        add(Tok.MonthName, 3, "mar march", 1);
        add(Tok.MonthName, 5, "may", 1);
        add(Tok.RelDay, 0, "today");
        add(Tok.RelDay, 0, "tonight tonite", Parts.Evening);
        add(Tok.RelDay, 1, "tomorrow tommorow tomorow tommorrow tmrw tmr tomorrrow");
        add(Tok.RelDay, -1, "yesterday");
        add(Tok.RelDay, -1, "lastnight", Parts.Evening);
        add(Tok.Now, 0, "now immediately asap rightaway");
        add(Tok.Part, Parts.Morning, "morning mornings");
        add(Tok.Part, Parts.Noon, "lunchtime midday");
        add(Tok.Part, Parts.Noon, "lunch", 8);
        add(Tok.Part, Parts.Afternoon, "afternoon afternoons arvo");
        add(Tok.Part, Parts.Evening, "evening evenings");
        add(Tok.Part, Parts.Night, "night nights");
        add(Tok.AmPm, 0, "am a.m");
        add(Tok.AmPm, 1, "pm p.m");
        add(Tok.Noon, 0, "noon noontime");
        add(Tok.Midnight, 0, "midnight");
        add(Tok.Weekend, 0, "weekend weekends");
        add(Tok.Festival, 1225, "christmas xmas");
        add(Tok.DayEnd, 0, "eod");
        add(Tok.PeriodEnd, 7, "eow");
        add(Tok.PeriodEnd, 30, "eom");
        add(Tok.PeriodEnd, 365, "eoy");
        add(Tok.Cob, 18 * 60, "cob eob");
    }

    private static void Units(AddWords add)
    {
        add(Tok.WeekUnit, 1, "week weeks wk wks week's weeks'");
        add(Tok.Fortnight, 2, "fortnight fortnights");
        add(Tok.MonthUnit, 1, "month months mth mths");
        add(Tok.YearUnit, 1, "year years yr yrs");
        add(Tok.QuarterYear, 1, "quarters");
        add(Tok.DayUnit, 1, "day days");
        add(Tok.HourMark, 1, "o'clock oclock hrs hours' hundred");
        add(Tok.HourUnit, 1, "hour hours hr h");
        add(Tok.MinuteUnit, 1, "minute minutes min mins");
        add(Tok.SecondUnit, 1, "seconds secs sec");
        add(Tok.QuarterWord, 15, "quarter");
        add(Tok.Half, 1, "half");
        add(Tok.WorkDay, 1, "workday workdays weekday weekdays", 1);
        add(Tok.Working, 1, "working business work");
        add(Tok.Few, 3, "few several");
        add(Tok.Couple, 2, "couple");
        add(Tok.Once, 1, "once");
        add(Tok.Once, 2, "twice thrice");
        add(Tok.Frequency, 1, "daily nightly everyday");
        add(Tok.Frequency, 7, "weekly");
        add(Tok.Frequency, 14, "biweekly fortnightly bi-weekly");
        add(Tok.Frequency, 30, "monthly");
        add(Tok.Frequency, 60, "bimonthly");
        add(Tok.Frequency, 90, "quarterly");
        add(Tok.Frequency, 180, "semiannually semiannual half-yearly");
        add(Tok.Frequency, 365, "yearly annually annual");
        string[] numbers =
        [
            "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen",
            "sixteen", "seventeen", "eighteen", "nineteen",
        ];
        string[] ordinals =
        [
            "", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth", "thirteenth",
            "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
        ];
        for (int i = 0; i < 20; i++)
        {
            add(Tok.Num, i, numbers[i]);
            add(Tok.Num, i, ordinals[i], 1);
        }

        string[] tens = ["twenty twentieth", "thirty thirtieth", "forty fortieth", "fifty fiftieth", "sixty", "seventy", "eighty", "ninety"];
        for (int i = 0; i < tens.Length; i++)
        {
            string[] pair = tens[i].Split(' ');
            add(Tok.Num, (i + 2) * 10, pair[0], 2);
            if (pair.Length > 1)
            {
                add(Tok.Num, (i + 2) * 10, pair[1], 1);
            }
        }

        add(Tok.Th, 0, "st nd rd th");
    }

    private static void Roles(AddWords add)
    {
        add(Tok.This, 0, "this current");
        add(Tok.Next, 1, "next following");
        add(Tok.Last, 1, "last previous");
        add(Tok.Last, 0, "final");
        add(Tok.Last, -2, "penultimate");
        add(Tok.Coming, 0, "coming upcoming");
        add(Tok.Every, 1, "every each ev");
        add(Tok.Other2, 2, "other alternate alternating");
        add(Tok.Before, 0, "before prior ahead beforehand");
        add(Tok.After, 0, "after since");
        add(Tok.Within, 0, "within inside");
        add(Tok.By, 0, "by nlt");
        add(Tok.Until, 0, "until untill till til through thru");
        add(Tok.From, 0, "from");
        add(Tok.Start, 1, "starting beginning commencing starts begin begins");
        add(Tok.Start, 0, "early");
        add(Tok.Middle, 0, "mid middle");
        add(Tok.End, 0, "end close late");
        add(Tok.To, 0, "to");
        add(Tok.Between, 0, "between");
        add(Tok.And, 0, "and & plus");
        add(Tok.Or, 0, "or nor");
        add(Tok.Not, 0, "not skipping isn't avoid excluding cannot can't don't neither doesn't won't no never without");
        add(Tok.Except, 0, "except minus");
        add(Tok.Except, 1, "excepted");
        add(Tok.Finish, 0, "ending ends finishing finishes finish");
        add(Tok.OfMark, 0, "of");
        add(Tok.At, 0, "at @ around about");
        add(Tok.On, 0, "on");
        add(Tok.In, 0, "in");
        add(Tok.The, 0, "the that our");
        add(Tok.A, 1, "a an");
        add(Tok.For, 0, "for");
        add(Tok.Past, 1, "past");
        add(Tok.FromNow, 0, "hence");
        add(Tok.Ago, 0, "ago");
        add(Tok.Later, 1, "later");
        add(Tok.Earlier, -1, "earlier sooner");
        add(Tok.More, 0, "more another extra additional");
        add(Tok.Same, 0, "same");
        add(Tok.Times, 0, "times occurrences sessions occasions time");
        add(Tok.Meeting, 0, "meeting meetings session call conference briefing sync review start meet plenary mtg appointment hearing");
        add(Tok.Deadline, 0, "deadline");
        add(Tok.By, 0, "due latest");
        add(Tok.MoveTo, 0, "becomes shifted switched rebooked swapped move moved reschedule rescheduled shift switch change moving rearrange make rebook relocate moves swap");
        add(Tok.Postpone, 1, "delay postpone defer delayed postponed deferred");
        add(Tok.Push, 1, "push pushed put slide slip knock bump bumped");
        add(Tok.Bring, -1, "bring brought pull");
        add(Tok.Advance, -1, "advance");
        add(Tok.Back, 1, "back out");
        add(Tok.Forward, -1, "forward up");
        add(Tok.Extend, 0, "extend extension extended prolong grace");
        add(Tok.Cancel, 0, "cancel cancelled canceled scrap drop scrub cancelling abandon kill withdraw delete deleted remove erase");
        add(Tok.Remind, 0, "remind reminder alert nudge ping reminders notify");
        add(Tok.Report, 0, "submit send file report deliver briefs brief");
        add(Tok.Total, 0, "total altogether");
        add(Tok.Filler, 0, "o then please sharp exactly approximately roughly is are hrs. clock instead only will be beijing local sometime commence scheduled set hold held let's");
        add(Tok.Correct, 0, "correction oops");
        add(Tok.Recur, 0, "recur recurs recurring repeat repeats repeating repeated regularly");
        add(Tok.Any, 0, "both works fine suits suit either");
        add(Tok.Skip, 0, "holiday holidays");
        add(Tok.Bound, 0, "room floor building suspects people accounts cases page pages suspect gate line unit storey level victims officers percent kg km platform flat apartment route yuan dollars kilos grams metres meters tonnes section chapter version item items point points");
    }
}
