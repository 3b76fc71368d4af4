using System.Globalization;
using CsCheck;

namespace JointDesk.Recognizers.Tests;

/// <summary>
/// Whatever is written: nothing is thrown, the stretches lie in the text, and the cost stays in proportion to the length. The cost is told
/// in looks at tokens, not by a clock: 4,000 characters at the bound below are well under 5 ms. JOINTDESK_FUZZ sets the number of cases.
/// </summary>
public sealed class AnyTextTests(ITestOutputHelper output)
{
    private const int LooksPerCharacter = 250;

    private const string Characters = "一二三四五六七八九十百千零两半周月日号年点时分刻前后内上下到至从每第个的，、。：-/.~ 0123456789aepmhst'\"()（）\n\t☃\ud83d";

    private static int Cases => int.TryParse(Environment.GetEnvironmentVariable("JOINTDESK_FUZZ"), NumberStyles.None, CultureInfo.InvariantCulture, out int cases) ? cases : 3_000;

    [Fact]
    public void Texts_put_together_from_pieces_of_times()
    {
        var piece = Gen.OneOf(
            Gen.Char[Characters].Select(c => c.ToString()),
            Gen.OneOfConst([.. Sentences.All]),
            Gen.Select(Gen.OneOfConst([.. Sentences.All]), Gen.Int[0, 40], Gen.Int[1, 12], (s, from, length) => s.Substring(Math.Min(from, s.Length), Math.Min(length, s.Length - Math.Min(from, s.Length)))),
            Gen.Int[0, 99_999].Select(n => n.ToString(CultureInfo.InvariantCulture)));
        piece.Array[1, 40].Select(parts => string.Concat(parts)).Sample(Read, iter: Cases, threads: 1);
    }

    [Fact]
    public void Texts_of_any_characters() => Gen.String[0, 400].Sample(Read, iter: Cases / 3, threads: 1);

    /// <summary>Words that look ahead or behind, side by side a thousand times.</summary>
    [Fact]
    public void The_same_words_again_and_again()
    {
        string[] words =
        [
            "1 ", "一", "周", "周一", "周三或", "三点", "3pm or ", "1h ", "两天", "推迟", "提前1天", "move 3pm ", "move Monday to ", "to ", "every ", "每", "每周一", "from ", "Monday to ", "not ", "周四，",
            "会前", "后", "the ", "of ", "的", "第一个", "1.", "1/", "1-", "1:", "10:30-", "9点到", "Monday before ", "in a week on ", "a half ", "next ", "下", "月底", "2026年", "December 1-", "remind 1h ",
            "deadline ", "1天前", "Friday's ", "共3次", "9点结束", "12月", "正月", "农历", "除了", "同一时间", "(", "end of ", "the week of ", "half past ", "quarter ", "the day after ", "一千个工作日内", "Christmas ",
        ];
        int worst = 0;
        foreach (string word in words.SelectMany(a => words.Select(b => a + b)))
        {
            string text = string.Concat(Enumerable.Repeat(word, (word.Length > 12 ? 4_000 : 600) / word.Length));
            Read(text);
            worst = Math.Max(worst, TimeRecognizer.LastLooks / text.Length);
        }

        output.WriteLine($"at most {worst} looks a character");
    }

    private static void Read(string text)
    {
        var reading = TimeRecognizer.Read(text, Sentences.Monday);
        int looks = TimeRecognizer.LastLooks;
        Assert.True(looks <= LooksPerCharacter * (text.Length + 20), $"{looks} looks at {text.Length} characters: {text[..Math.Min(40, text.Length)]}");
        int end = 0;
        foreach (var span in reading.Spans)
        {
            Assert.InRange(span.Start, end, text.Length);
            end = span.Start + span.Length;
            Assert.InRange(end, span.Start, text.Length);
        }

        if (text.Length <= 400)
        {
            Assert.All(TimeRecognizer.Expressions(text, Sentences.Monday), e => Assert.InRange(e.Span.Start + e.Span.Length, 1, text.Length));
        }
    }
}
