namespace JointDesk.Recognizers.Scanning;

/// <summary>Chinese characters: words by longest match, numbers, and what their neighbours make of them.</summary>
internal sealed partial class TokenScan
{
    private int Han(int start, bool space)
    {
        Chinese = true;
        int n = Words.Han(Folded[start..], out var found);
        int digits = HanNumber.Read(Folded[start..], out int value);
        if (n > 1 && found.Kind == Tok.WeekUnit && folded[start] == '个' && start + n < Length && "一二三四五六日天".Contains(folded[start + n])
            && !(start + n + 1 < Length && folded[start + n + 1] is '次' or '个'))
        {
            // 第一个星期五: the weekday keeps its week
            n = 1;
            found = new Word(Tok.Measure, 0, -1);
        }

        // 两周一次 is two weeks, not a Monday: the number before owns the week; and 每周一次 counts as well.
        bool counted = n > 0 && found.Kind == Tok.Weekday && start + n < Length && (folded[start + n] is '次' or '回' || (folded[start + n] == '会' && folded[start + n - 1] == '一' && WeekIsCounted(start))) && folded[start + n - 1] is not ('日' or '天');
        if (counted || (n > 0 && found.Kind == Tok.Weekday && tokens[Math.Max(0, Count - 1)].Kind != Tok.Measure && WeekIsCounted(start)))
        {
            n -= 1;
            found = new Word(Tok.WeekUnit, 1, -1);
        }

        // 两周一会 is two weeks and once
        if (folded[start] == '会' && Count > 1 && tokens[Count - 1] is { Kind: Tok.Num, Value: 1 } && tokens[Count - 1].End == start && tokens[Count - 2].Kind is Tok.WeekUnit or Tok.MonthUnit or Tok.DayUnit or Tok.QuarterYear or Tok.YearUnit)
        {
            (n, found) = (1, new Word(Tok.Times, 0, -1));
        }

        // 五一路口, 国庆村: a place is called so
        if (found.Kind == Tok.Festival && IsStreet(Folded[(start + n)..]))
        {
            found = new Word(Tok.Other, 0, -1);
        }

        // 昆明晚上, 和王小明晚上十点: the end of a name is no tomorrow
        if (found.Kind == Tok.RelDay && folded[start] == '明' && EndsName(start))
        {
            (n, found) = (1, new Word(Tok.Other, 0, -1));
        }

        // 每月报送, 25日报到, 下周边检: behind what it belongs to, the unit is no part of the word that it seems to begin
        if (n > 1 && found.Kind == Tok.Other && CutsUnit(start, n))
        {
            n = Words.Han(Folded.Slice(start, 1), out found);
        }

        // 会推后天 is the day after tomorrow, 推后两天 how far
        if (n > 1 && found.Kind == Tok.Postpone && folded[start + n - 1] == '后' && start + n < Length && folded[start + n] is '天' or '日')
        {
            n = Words.Han(Folded.Slice(start, n - 1), out found);
        }

        // 月初五号 is the fifth at the month's beginning, 初五 alone a day of the moon
        if (found.Kind == Tok.LunarDay && n == 2 && start + n < Length && folded[start + n] == '号')
        {
            (n, found) = (1, new Word(Tok.Start, 0, -1));
        }

        // 周三四五, 周三至五: further days of the same week
        bool range = Count > 1 && tokens[Count - 1].Kind is Tok.To or Tok.Dash && tokens[Count - 2].Kind == Tok.Weekday && tokens[Count - 2].Length > 1 && tokens[Count - 1].End == start;
        if (digits > 1 && Count > 0 && tokens[Count - 1].Kind == Tok.Weekday && tokens[Count - 1].End == start && "一二三四五六".Contains(folded[start]) && "一二三四五六".Contains(folded[start + 1]))
        {
            // 周一二三四五: no number of four figures
            (digits, value) = (1, "零一二三四五六".IndexOf(folded[start], StringComparison.Ordinal));
        }

        if (digits == 1 && n <= 1 && value is >= 1 and <= 6 && folded[start] is not '两' && Count > 0 && (range || (tokens[Count - 1].Kind == Tok.Weekday && tokens[Count - 1].End == start))
            && (start + 1 == Length || "一二三四五六日天上下早晚中都、,。和与或".Contains(folded[start + 1]) || (char.IsAsciiDigit(folded[start + 1]) && tokens[Count - 1].Length == 1)))
        {
            Push(Tok.Weekday, start, 1, space).Value = value;
            return 1;
        }

        // 周六日
        if (n <= 1 && folded[start] == '日' && Count > 0 && tokens[Count - 1] is { Kind: Tok.Weekday, Value: 6 } && tokens[Count - 1].End == start)
        {
            Push(Tok.Weekday, start, 1, space).Value = 7;
            return 1;
        }

        if (digits > 0 && digits >= n)
        {
            ref Token number = ref Push(Tok.Num, start, digits, space);
            number.Form = NumForm.Han;
            number.Value = value;
            number.Digits = (byte)Math.Min(digits, 255);
            number.LeadingZero = folded[start] is '零' or '〇' && digits > 1;
            return digits;
        }

        if (n == 0)
        {
            Push(Tok.Other, start, 1, space);
            return 1;
        }

        ref Token token = ref Push(found.Kind, start, n, space);
        token.Value = found.Value;
        token.Aux = found.Aux;
        return n;
    }

    private static bool IsStreet(ReadOnlySpan<char> rest) => rest is ['路' or '街' or '桥' or '村' or '镇' or '巷', ..] || rest.StartsWith("广场") || rest.StartsWith("大道") || rest.StartsWith("小区") || rest.StartsWith("社区")
        || rest.StartsWith("新村") || rest.StartsWith("大厦") || rest.StartsWith("小学") || rest.StartsWith("中学") || rest.StartsWith("商场") || rest.StartsWith("派出所") || rest.StartsWith("宾馆");

    private const string Surnames = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蒋蔡余杜叶程苏魏吕丁沈姚卢姜崔钟谭陆汪范廖贾夏韦付邹孟熊秦邱尹薛闫段雷侯陶黎贺顾毛郝龚邵钱严";

    /// <summary>Whether 明 ends the name of a town or a person rather than beginning tomorrow.</summary>
    private bool EndsName(int start)
    {
        char At(int i) => i >= 0 ? folded[i] : ',';
        bool person = Surnames.Contains(At(start - 1)) && "和跟与叫请约找给让".Contains(At(start - 2));
        return At(start - 1) is '昆' or '黎' or '聪' || person || (Surnames.Contains(At(start - 2)) && "小晓志建永家俊春启".Contains(At(start - 1)));
    }

    /// <summary>Whether a word without meaning for time has taken a unit from the number or determiner that it touches.</summary>
    private bool CutsUnit(int start, int n)
    {
        char next = start + n < Length ? folded[start + n] : ' ';
        if (folded[start] == '前')
        {
            // 5点前提交 is no 前提
            return n == 2 && folded[start + 1] == '提' && "交供出请报".Contains(next);
        }

        if (Count == 0 || tokens[Count - 1].End != start)
        {
            return false;
        }

        var before = tokens[Count - 1].Kind;
        bool ofHour = before == Tok.Num && Count > 1 && tokens[Count - 2].Kind is Tok.HourMark or Tok.Colon;
        return folded[start] switch
        {
            '日' or '天' or '年' => before is Tok.Num or Tok.Every or Tok.EveryOther,
            '周' or '月' => before is Tok.Num or Tok.Every or Tok.EveryOther or Tok.This or Tok.Next or Tok.Last or Tok.Measure,
            '点' => before == Tok.Num && folded[start + 1] == '评' && next is '审' or '估' or '议',
            '分' or '刻' => ofHour,
            '底' => before is Tok.MonthUnit or Tok.YearUnit,
            '内' => folded[start + 1] == '部' && next == '署' && before is Tok.DayUnit or Tok.DayMark or Tok.WeekUnit or Tok.MonthUnit or Tok.HourUnit or Tok.WorkDay,
            _ => false,
        };
    }

    private bool WeekIsCounted(int start)
    {
        if (Count == 0 || tokens[Count - 1].End != start)
        {
            return false;
        }

        ref Token before = ref tokens[Count - 1];
        return before.Kind is Tok.Measure or Tok.Half or Tok.Few || (before.Kind == Tok.Num
            && (Count < 2 || tokens[Count - 2].Kind is not (Tok.Dot or Tok.Slash or Tok.Dash or Tok.MonthUnit or Tok.Colon)));
    }
}
