using System.Diagnostics;
using CsCheck;
using JointDesk.People;
using JointDesk.Recognizers.Library;
using JointDesk.Talk.Understanding;
using NodaTime;

namespace JointDesk.Talk.Tests.Understanding;

public sealed class RobustnessTests(ITestOutputHelper output)
{
    private static readonly string[] Pieces =
    [
        "下周三", "三点", "半", "一", "十", "日", "号", "月", "12", ":", "30", "-", "2026-", "每", "周", "到", "前", "后", "会", "工作日", "最后", "第", "个", "next ", "Friday ", "the ", "3", "pm ",
        "of ", "every ", "first ", "within ", "two ", "hours ", "quarter ", "to ", "half ", "“6·18”案", "经侦支队", "仅限", "知悉", "TLP:", "red ", "，", "。", "?", "\n", "\uD83D", "\0", "٣", "９", "０", "～",
        "99999999999", "00", "24:60", "0000-00-00", "2月30日", "推迟", "any ", "not ", "or ", "month ", "end ", "春节", "两", "半天", "年", "千", "百", "@", "ß", "İ", "地点在", "会议室", "in room ", " only",
    ];

    private static readonly string[] Named =
    [
        "经侦支队", "京侦", "出入镜管理支队", "crj", "JZ", "Imigration", " and ", "Economic Crme", "Foobar", "、", "请", "和", "省厅", "市局", "刑侦", "王芳", "Wang Fang", "6·19案", "JH-2026-0618", "不要",
        "协办", "列席", "TLP:RED for ", "仅限", "知悉", "with ", "the ", "CID", "2026-001-1", "Operation ",
    ];

    private static readonly string?[] Dialogs = [null, "convene", "move", "assign", "inform", "report", "extend", "request-information"];

    /// <summary>Ten thousand texts, at nightly size a hundred thousand.</summary>
    private static readonly int Rounds = int.TryParse(Environment.GetEnvironmentVariable("JOINTDESK_FUZZ"), out int rounds) ? rounds : 10_000;

    /// <summary>Texts put together from what the grammar knows, from names right and wrong, and from what no grammar likes.</summary>
    [Fact]
    public void Never_throws_and_every_stretch_lies_in_the_text()
    {
        var alone = new Understander(Corpus.Phrases, null, Corpus.Model);
        Gen.Select(Texts(14), Gen.OneOfConst(Dialogs)).Sample((text, dialog) =>
        {
            var reading = alone.Read(text, new Surroundings(Corpus.Monday, DemoNames.Lexicon, "lj-cid", dialog));
            return reading.Confidence is >= 0 and <= 1
                && reading.Departments.All(d => text.Substring(d.Span.Start, d.Span.Length) == d.Text && d.Nearest.Count <= 3)
                && reading.Alternatives.All(a => a.Intent != reading.Intent);
        }, iter: Rounds, threads: 1);
    }

    private static Gen<string> Texts(int most) =>
        Gen.OneOf(Gen.OneOfConst(Pieces), Gen.OneOfConst(Named), Gen.Char.Select(c => c.ToString())).Array[0, most].Select(string.Concat);

#if DEBUG
    // unoptimised, beside other tests: what grows with the square of the length would take seconds
    private const double Longest = 500;
#else
    private const double Longest = 5;
#endif

    [Fact]
    public void Four_thousand_characters_of_anything_take_no_time()
    {
        var surroundings = new Surroundings(Corpus.Monday, Thousands, "d1");
        string[] repeated = ["二〇二六年十二月三日下午三点一刻到五点半每周一三五", "a", "Operation ", "\"", "Imigratoin ", "请京侦、", "and Foobar, ", "只限", "in room ", "for ", "经侦支队、河豚队、", "(", "Abcdefghijklmnopqrst "];
        foreach (string piece in Pieces.Concat(Named).Concat(repeated))
        {
            string text = string.Concat(Enumerable.Repeat(piece, 4_000 / piece.Length + 1))[..4_000];
            Corpus.Understander.Read(text, surroundings);
            double best = Enumerable.Range(0, 5).Min(_ =>
            {
                long start = Stopwatch.GetTimestamp();
                Corpus.Understander.Read(text, surroundings);
                return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            });
            output.WriteLine($"{best:0.00} ms {piece}");
            Assert.True(best < Longest, $"{best:0.00} ms of {piece}");
        }
    }

    /// <summary>The library takes a hundred times as long as all the rest, and what it would read of chatter is thrown away.</summary>
    [Theory]
    [InlineData("床前明月光，疑是地上霜")]
    [InlineData("the weather in the first quarter was fine")]
    public void Chatter_does_not_wait_for_the_second_reader(string text)
    {
        var second = new SecondReader();
        var reading = new Understander(Corpus.Phrases, second, Corpus.Model).Read(text, Corpus.Alone);

        Assert.True(reading.Intent == Intents.Other || reading.Confidence < Reading.Sure);
        Assert.Equal(0, second.Asked);
    }

    private static readonly Lexicon Thousands = new(
        new Roster(Enumerable.Range(0, 5_000).Select(i => new Department(
            $"d{i}", $"第{i}市公安局经侦支队", $"第{i}经侦支队", $"City{i} City Economic Crime Division", $"Econ {i}", Tier.City, null, false, "Asia/Shanghai",
            new LocalTime(9, 0), new LocalTime(18, 0), null)), []), []);

    /// <summary>Five thousand departments, and a whole sentence still costs less than 4 KB, whether its names are known or not.</summary>
    [Fact]
    public void Little_is_allocated()
    {
        var surroundings = new Surroundings(Corpus.Monday, Thousands, "d1");
        string[] texts =
        [
            "下周四上午10点召集第17经侦支队、第4711经侦支队开专题会议，一个半小时", "convene a case meeting next Thursday 10am with Econ 17 and Econ 4711, 90 minutes", "推迟半小时",
            "床前明月光，疑是地上霜", "the weather is nice today", "任务：经侦支队12月11日前调取三家支付机构流水，出入境管理支队协办",
            "task: Economic Crime to pull the payment records of three providers by 11 December, Immigration assisting",
        ];
        foreach (string text in texts)
        {
            Corpus.Understander.Read(text, surroundings);
            long before = GC.GetAllocatedBytesForCurrentThread();
            Corpus.Understander.Read(text, surroundings);
            long used = GC.GetAllocatedBytesForCurrentThread() - before;
            output.WriteLine($"{used} B {text}");
            Assert.True(used <= 4096, $"{used} B of {text}");
        }
    }
}
