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

    /// <summary>The answer; null where there is none in time, or the library fails.</summary>
    public static List<ModelResult>? Ask(Func<List<ModelResult>?> ask, TimeSpan limit)
    {
        var question = new Question(ask);
        if (!Questions.Value.TryAdd(question))
        {
            return null;
        }

        if (!question.Answered.Wait(limit))
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

            question.Answered.Set();
        }
    }

    private sealed class Question(Func<List<ModelResult>?> ask)
    {
        public Func<List<ModelResult>?> Ask { get; } = ask;
        public ManualResetEventSlim Answered { get; } = new();
        public volatile bool GivenUp;
        public List<ModelResult>? Answer { get; set; }
    }
}
