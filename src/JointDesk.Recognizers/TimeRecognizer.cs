using JointDesk.Recognizers.Expressions;
using JointDesk.Recognizers.Grammar;
using JointDesk.Recognizers.Scanning;

namespace JointDesk.Recognizers;

/// <summary>
/// Reads what a Chinese, English or mixed text says about time. Never throws, whatever the text; its time grows with the text's length.
/// The buffers of a scan belong to the thread and are used again; nothing else is kept between two texts.
/// </summary>
public static class TimeRecognizer
{
    [ThreadStatic]
    private static Buffers? buffers;

    public static TimeReading Read(string text, TimeContext context)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(context);
        return Read(text.AsSpan(), context);
    }

    public static TimeReading Read(ReadOnlySpan<char> text, TimeContext context)
    {
        var own = buffers ??= new Buffers();
        own.Scan.Read(text);
        own.Atoms.Read(context);
        return own.Composer.Compose(context);
    }

    /// <summary>The single times of a text, each with its stretch; what they are for is left open.</summary>
    public static IReadOnlyList<TimeExpression> Expressions(string text, TimeContext context)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(context);
        var own = buffers ??= new Buffers();
        own.Scan.Read(text);
        return own.Expressions.Read(context);
    }

    /// <summary>How <see cref="Read(string, TimeContext)"/> reads a text: each stretch with the rule that read it and what it says, then what it was taken for: a deadline, the meeting that moves, a series.</summary>
    public static IReadOnlyList<TimeExpression> Explain(string text, TimeContext context)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(context);
        var own = buffers ??= new Buffers();
        own.Scan.Read(text);
        own.Atoms.Read(context);
        return [.. own.Atoms.Explain(), .. own.Composer.Explain(context)];
    }

    /// <summary>Whether the last text that this thread read holds figures that look like a time and are none (5号楼, room 12): nobody else need try.</summary>
    public static bool LastWasTrap => buffers?.Atoms.Trapped ?? false;

    /// <summary>What the last text of this thread cost, in looks; 0 in release builds.</summary>
    internal static int LastLooks => buffers?.Scan.Looks ?? 0;

    private sealed class Buffers
    {
        public Buffers()
        {
            Atoms = new AtomReader(Scan);
            Composer = new Composer(Atoms);
            expressions = new(() => new ExpressionReader(Scan, Atoms));
        }

        private readonly Lazy<ExpressionReader> expressions;

        public ExpressionReader Expressions => expressions.Value;
        public TokenScan Scan { get; } = new();
        public AtomReader Atoms { get; }
        public Composer Composer { get; }
    }
}
