namespace JointDesk.Recognizers.Scanning;

/// <summary>Chinese numerals: 十一, 二十三, 廿三, 两, 一百二十, and digit by digit 二〇二六.</summary>
internal static class HanNumber
{
    /// <summary>Characters read; 0 if the text does not begin with a numeral.</summary>
    public static int Read(ReadOnlySpan<char> text, out int value)
    {
        value = 0;
        int n = 0;
        while (n < text.Length && n < 12 && (Digit(text[n]) >= 0 || Unit(text[n]) > 0))
        {
            n++;
        }

        // 零 between an hour and its minutes is no number of its own unless digits follow.
        if (n == 0)
        {
            return 0;
        }

        bool spelled = n > 1;
        for (int i = 0; i < n; i++)
        {
            spelled &= Digit(text[i]) is >= 0 and < 10 && text[i] != '两';
        }

        if (spelled)
        {
            // 二〇二六 is a year; two digits and more in a row are only read so when they are two or four.
            n = n >= 4 ? 4 : n;
            for (int i = 0; i < n; i++)
            {
                value = value * 10 + Digit(text[i]);
            }

            if (n is 2 or 3 && Digit(text[0]) != 0 && !(n == 2 && IsYear(text)))
            {
                // 一三五, 二三: a list of digits, of which the caller gets the first.
                value = Digit(text[0]);
                return 1;
            }

            return n;
        }

        int section = 0;
        int digit = 0;
        bool any = false;
        int read = 0;
        for (; read < n; read++)
        {
            char c = text[read];
            int unit = Unit(c);
            if (unit is 20 or 30 or 40)
            {
                if (any)
                {
                    break;
                }

                section += unit;
            }
            else if (unit > 0)
            {
                section += (digit == 0 && !(any && section > 0) ? 1 : digit) * unit;
                digit = 0;
            }
            else
            {
                if (digit > 0)
                {
                    break;
                }

                digit = Digit(c);
            }

            any = true;
        }

        value = section + digit;
        return read;
    }

    /// <summary>二六年端午, 一九年三月: a year of two digits, where a month or a festival says so; 三五年内 is a number of years.</summary>
    private static bool IsYear(ReadOnlySpan<char> text) =>
        text.Length > 3 && text[2] == '年' && (char.IsAsciiDigit(text[3]) || Digit(text[3]) > 0 || Unit(text[3]) > 0 || "端春中国元清重除".Contains(text[3]));

    private static int Digit(char c) => c switch
    {
        '零' or '〇' => 0,
        '一' or '壹' or '幺' => 1,
        '二' or '两' => 2,
        '三' => 3,
        '四' => 4,
        '五' or '伍' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        _ => -1,
    };

    private static int Unit(char c) => c switch
    {
        '十' or '拾' => 10,
        '廿' => 20,
        '卅' => 30,
        '百' => 100,
        '千' => 1000,
        _ => 0,
    };
}
