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

    /// <summary>A hundred thousand texts put together from what the grammar knows and from what no grammar likes.</summary>
    [Fact]
    public void Never_throws()
    {
        var text = Gen.OneOf(Gen.OneOfConst(Pieces), Gen.Char.Select(c => c.ToString())).Array[0, 14].Select(string.Concat);

        var alone = new Understander(PhraseBook.Load(), null);
        text.Sample(t => alone.Read(t, Corpus.Alone).Intent.Length > 0, iter: 100_000, threads: 1);
    }

#if DEBUG
    // unoptimised, beside other tests
    private const double Longest = 60;
#else
    private const double Longest = 5;
#endif

    [Fact]
    public void Four_thousand_characters_of_anything_take_no_time()
    {
        foreach (string piece in Pieces.Append("二〇二六年十二月三日下午三点一刻到五点半每周一三五").Append("a").Append("Operation ").Append("\""))
        {
            string text = string.Concat(Enumerable.Repeat(piece, 4_000 / piece.Length + 1))[..4_000];
            Corpus.Understander.Read(text, Corpus.Alone);
            double best = Enumerable.Range(0, 5).Min(_ =>
            {
                long start = Stopwatch.GetTimestamp();
                Corpus.Understander.Read(text, Corpus.Alone);
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
        var reading = new Understander(PhraseBook.Load(), second).Read(text, Corpus.Alone);

        Assert.True(reading.Intent == Intents.Other || reading.Confidence < Reading.Sure);
        Assert.Equal(0, second.Asked);
    }

    /// <summary>Five thousand departments, and a whole sentence still costs less than 4 KB, whether its names are known or not.</summary>
    [Fact]
    public void Little_is_allocated()
    {
        var names = new Lexicon(new Roster(Enumerable.Range(0, 5_000).Select(i => new Department(
            $"d{i}", $"第{i}市公安局经侦支队", $"第{i}经侦支队", $"City{i} City Economic Crime Division", $"Econ {i}", Tier.City, null, false, "Asia/Shanghai",
            new LocalTime(9, 0), new LocalTime(18, 0), null)), []), []);
        var surroundings = new Surroundings(Corpus.Monday, names);
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
