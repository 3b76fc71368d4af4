using System.Collections.Concurrent;
using Microsoft.Recognizers.Text;

namespace JointDesk.Recognizers.Library;

/// <summary>
/// The one thread on which the library works. A thread of its own, so that callers who wait for it cannot use up the pool that would have to
/// answer them; where it is behind, callers do without instead of queueing up.
/// </summary>
internal static class LibraryThread
{
    private const int MostWaiting = 16;

    private static readonly Lazy<BlockingCollection<Question>> Questions = new(Start);

    /// <summary>How long loading a language may take; it happens once, and what is said first must not be read worse than what is said again.</summary>
    private static readonly TimeSpan Loading = TimeSpan.FromSeconds(5);

    /// <summary>The languages that have answered before.</summary>
    private static readonly ConcurrentDictionary<string, bool> Loaded = new(StringComparer.Ordinal);

    /// <summary>The answer; null where there is none in time, or the library fails. The first of a language may wait for it to be loaded.</summary>
    public static List<ModelResult>? Ask(string culture, Func<List<ModelResult>?> ask, TimeSpan limit)
    {
        var question = new Question(culture, ask);
        if (!Questions.Value.TryAdd(question))
        {
            return null;
        }

        if (!question.Answered.Wait(Loaded.ContainsKey(culture) || limit > Loading ? limit : Loading))
        {
            question.GivenUp = true;
            return null;
        }

        return question.Answer;
    }

    private static BlockingCollection<Question> Start()
    {
        var questions = new BlockingCollection<Question>(MostWaiting);
        new Thread(() => Work(questions)) { IsBackground = true, Name = "Recognizers-Text" }.Start();
        return questions;
    }

    private static void Work(BlockingCollection<Question> questions)
    {
        foreach (var question in questions.GetConsumingEnumerable())
        {
            try
            {
                question.Answer = question.GivenUp ? null : question.Ask();
            }
            catch (Exception) // whatever the library stumbles over is a text that it cannot read
            {
                question.Answer = null;
            }

            Loaded.TryAdd(question.Culture, true);
            question.Answered.Set();
        }
    }

    private sealed class Question(string culture, Func<List<ModelResult>?> ask)
    {
        public string Culture { get; } = culture;
        public Func<List<ModelResult>?> Ask { get; } = ask;
        public ManualResetEventSlim Answered { get; } = new();
        public volatile bool GivenUp;
        public List<ModelResult>? Answer { get; set; }
    }
}
