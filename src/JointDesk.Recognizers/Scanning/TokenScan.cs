using System.Diagnostics;

namespace JointDesk.Recognizers.Scanning;

/// <summary>The one scan of a text: folded characters and tokens, in buffers that a thread keeps and uses again.</summary>
internal sealed partial class TokenScan
{
    /// <summary>Longer texts are read up to here; no officer's sentence comes near, and a pasted file must not hold a turn.</summary>
    public const int Limit = 8_000;

    private char[] folded = new char[256];
    private Token[] tokens = new Token[128];

    public int Count { get; private set; }
    public int Length { get; private set; }
    public ReadOnlySpan<char> Folded => folded.AsSpan(0, Length);

    public ref Token this[int i] => ref tokens[i];

    /// <summary>Whether there are Latin letters outside of ordinals such as 3rd.</summary>
    public bool Latin { get; private set; }

    /// <summary>Whether there are Chinese characters.</summary>
    public bool Chinese { get; private set; }

    /// <summary>Whether a number says which one it is: 3rd, third.</summary>
    public bool Ordinal { get; private set; }

    /// <summary>Whether weekdays stand in a row, or letters that may be their own: Mon/Wed/Fri, 周一三五, MWF.</summary>
    public bool DaysInRow { get; private set; }

    private ulong low, high;

    /// <summary>Whether a kind of token occurs at all. A rule that needs one is not entered, and in a new process not compiled, where it does not.</summary>
    public bool Has(Tok kind) => ((kind < (Tok)64 ? low : high) >> ((int)kind & 63) & 1) != 0;

    /// <summary>How often tokens and nodes were looked at, in debug builds: what a text costs, told without a clock.</summary>
    public int Looks { get; private set; }

    [Conditional("DEBUG")]
    public void Look() => Looks++;

    /// <summary>The kind at an index, <see cref="Tok.Stop"/> beyond either end.</summary>
    public Tok Kind(int i)
    {
        Look();
        return (uint)i < (uint)Count ? tokens[i].Kind : Tok.Stop;
    }

    public int Value(int i) => (uint)i < (uint)Count ? tokens[i].Value : 0;

    public ReadOnlySpan<char> Text(int i) => (uint)i < (uint)Count ? Folded.Slice(tokens[i].Start, tokens[i].Length) : default;

    /// <summary>Whether the token touches the one before.</summary>
    public bool Touches(int i) => (uint)i < (uint)Count && i > 0 && tokens[i].Start == tokens[i - 1].End;

    public void Read(ReadOnlySpan<char> text)
    {
        Length = Math.Min(text.Length, Limit);
        (Count, Looks, low, high, Latin, Chinese, Ordinal, DaysInRow) = (0, 0, 0, 0, false, false, false, false);
        if (folded.Length < Length)
        {
            folded = new char[Length * 2];
        }

        TextFold.Fold(text[..Length], folded);
        bool space = false;
        for (int i = 0; i < Length;)
        {
            char c = folded[i];
            if (c <= ' ')
            {
                space |= c == ' ';
                if (c is '\n' or '\r')
                {
                    Push(Tok.Stop, i, 1, space);
                }

                i++;
                continue;
            }

            int n = char.IsAsciiDigit(c) ? Digits(i, space) : char.IsAsciiLetter(c) ? Letters(i, space)
                : TextFold.IsHan(c) ? Han(i, space) : Mark(i, space);
            i += n;
            space = false;
        }
    }

    private ref Token Push(Tok kind, int start, int length, bool space)
    {
        if (Count == tokens.Length)
        {
            Array.Resize(ref tokens, tokens.Length * 2);
        }

        var before = Count > 0 ? tokens[Count - 1].Kind : Tok.Stop;
        DaysInRow |= kind == Tok.Weekday ? before is Tok.Weekday or Tok.Comma or Tok.Dash : before == Tok.Weekday && kind is Tok.Slash or Tok.Enum;
        _ = kind < (Tok)64 ? low |= 1UL << (int)kind : high |= 1UL << ((int)kind & 63);
        ref Token token = ref tokens[Count++];
        token = new Token { Kind = kind, Start = start, Length = length, SpaceBefore = space, Aux = -1 };
        return ref token;
    }

    private int Digits(int start, bool space)
    {
        int end = start;
        long value = 0;
        while (end < Length && char.IsAsciiDigit(folded[end]))
        {
            value = Math.Min(value * 10 + (folded[end++] - '0'), int.MaxValue);
        }

        ref Token token = ref Push(Tok.Num, start, end - start, space);
        token.Form = NumForm.Arabic;
        token.Value = (int)value;
        token.Digits = (byte)Math.Min(end - start, 255);
        token.LeadingZero = folded[start] == '0';
        if (end + 1 < Length && Ordinals(folded[end], folded[end + 1]) && (end + 2 >= Length || !char.IsAsciiLetter(folded[end + 2])))
        {
            token.Ordinal = Ordinal = true;
            token.Length += 2;
            end += 2;
        }

        return end - start;
    }

    private static bool Ordinals(char a, char b) => (a, b) is ('s', 't') or ('n', 'd') or ('r', 'd') or ('t', 'h');

    private int Letters(int start, bool space)
    {
        int end = start;
        Latin = true;
        while (end < Length && (char.IsAsciiLetter(folded[end]) || (folded[end] == '\'' && end + 1 < Length && char.IsAsciiLetter(folded[end + 1]))))
        {
            end++;
        }

        // a.m. and p.m., with or without the last dot; a lone letter after a number may be 3p.
        if (end - start == 1 && folded[start] is 'a' or 'p' && end + 1 < Length && folded[end] == '.' && folded[end + 1] == 'm'
            && (end + 2 >= Length || !char.IsAsciiLetter(folded[end + 2])))
        {
            int stop = end + 2 < Length && folded[end + 2] == '.' ? end + 3 : end + 2;
            Push(Tok.AmPm, start, stop - start, space).Value = folded[start] == 'p' ? 1 : 0;
            return stop - start;
        }

        var word = Folded[start..end];
        bool dotted = end < Length && folded[end] == '.' && IsShort(word);
        if (dotted && Count > 0 && tokens[Count - 1].Kind is Tok.Every or Tok.And or Tok.Weekday or Tok.WeekdayPlural or Tok.On or Tok.Comma or Tok.Slash or Tok.Next or Tok.This && ShortDay(word) is > 0 and var day)
        {
            // every tu. and th.
            return Word(new Word(Tok.Weekday, day, -1), start, end + 1 - start, space);
        }

        if (Words.Latin(word, out var found) && !(found is { Kind: Tok.Weekday, Aux: 1 } && IsNoDay(word[^1], Folded[end..])))
        {
            // Thurs. at nine: the dot ends no sentence
            return Word(found, start, end - start + (dotted && found.Kind == Tok.Weekday && end + 1 < Length ? 1 : 0), space);
        }

        // Thursday's, today's: the word and what it owns.
        if (word.Length > 2 && word.EndsWith("'s") && Words.Latin(word[..^2], out found))
        {
            Word(found, start, word.Length - 2, space);
            Push(Tok.Possessive, end - 2, 2, false);
            return end - start;
        }

        DaysInRow |= word is "m" or "mwf" or "t" or "tth";
        Push(Tok.Other, start, end - start, space);
        return end - start;
    }

    /// <summary>The sun is out, he sat down.</summary>
    private bool IsNoDay(char last, ReadOnlySpan<char> rest)
    {
        var before = Count > 0 ? Folded.Slice(tokens[Count - 1].Start, tokens[Count - 1].Length) : default;
        return last == 'n' ? (before is "the" && !(rest.Length > 1 && char.IsAsciiDigit(rest[1]))) || rest.StartsWith(" is ") || rest.StartsWith(" shi") || rest.StartsWith(" ris") || rest.StartsWith(" set")
            : before is "he" or "she" or "they" or "we" or "i" or "who" || rest.StartsWith(" down") || rest.StartsWith(" there");
    }

    private static bool IsShort(ReadOnlySpan<char> word) => word.Length is >= 2 and <= 5;

    /// <summary>Weekdays of two letters, which are words of their own without their dot.</summary>
    private static int ShortDay(ReadOnlySpan<char> word) => word switch { "mo" => 1, "tu" => 2, "we" => 3, "th" => 4, "fr" => 5, "sa" => 6, "su" => 7, _ => 0 };

    private int Word(Word found, int start, int length, bool space)
    {
        Ordinal |= found is { Kind: Tok.Num, Aux: 1 };
        if (found.Kind == Tok.Num && Count > 1 && found.Value is > 0 and < 10 && tokens[Count - 1] is { Kind: Tok.Dash, Length: 1 } && tokens[Count - 1].End == start
            && tokens[Count - 2] is { Kind: Tok.Num, Form: NumForm.Word, Aux: 2 } && tokens[Count - 2].End == start - 1)
        {
            // twenty-one: the dash is no token of its own
            Count--;
        }

        if (found.Kind == Tok.Num && Count > 0 && found.Value is > 0 and < 10)
        {
            ref Token before = ref tokens[Count - 1];
            bool joined = before.End == start || (start - before.End == 1 && folded[before.End] == ' ')
                || (start - before.End == 1 && folded[before.End] == '-');
            if (before is { Kind: Tok.Num, Form: NumForm.Word, Aux: 2, Ordinal: false } && joined)
            {
                before.Value += found.Value;
                before.Ordinal = found.Aux == 1;
                before.Length = start + length - before.Start;
                before.Aux = -1;
                return length;
            }
        }

        // bi-weekly, bi monthly
        if (found.Kind == Tok.Frequency && found.Value is 7 or 30 && Count > 0 && start >= 3 && Folded[..(start - 1)].EndsWith("bi"))
        {
            found = found with { Value = found.Value * 2 };
        }

        // semi-annually
        if (found is { Kind: Tok.Frequency, Value: 365 } && Count > 0 && start >= 5 && Folded[..(start - 1)].EndsWith("semi"))
        {
            found = found with { Value = 180 };
        }

        ref Token token = ref Push(found.Kind, start, length, space);
        token.Value = found.Value;
        token.Aux = found.Aux;
        if (found.Kind == Tok.Num)
        {
            token.Form = NumForm.Word;
            token.Ordinal = found.Aux == 1;
        }

        return length;
    }

    private int Mark(int start, bool space)
    {
        char c = folded[start];
        var kind = c switch
        {
            ',' or ';' => Tok.Comma,
            '、' => Tok.Enum,
            '。' or '!' or '?' => Tok.Stop,
            '.' => Tok.Dot,
            ':' => Tok.Colon,
            '→' => Tok.MoveTo,
            '-' when start + 1 < Length && folded[start + 1] == '>' => Tok.MoveTo,
            '-' or '~' => Tok.Dash,
            '/' => Tok.Slash,
            '(' or '[' or '【' => Tok.Open,
            ')' or ']' or '】' => Tok.Close,
            '"' or '\'' or '《' or '》' or '「' or '」' or '『' or '』' => Tok.Quote,
            '@' => Tok.At,
            '&' or '+' => Tok.And,
            _ => Tok.Other,
        };
        if (kind == Tok.Dot && (start + 1 >= Length || folded[start + 1] <= ' ') && !(Count > 0 && tokens[Count - 1].Kind == Tok.MonthName))
        {
            kind = Tok.Stop;
        }

        int length = (kind == Tok.Dash && start + 1 < Length && folded[start + 1] == '-') || (kind == Tok.MoveTo && c == '-') ? 2 : 1;
        Push(kind, start, length, space);
        return length;
    }
}
