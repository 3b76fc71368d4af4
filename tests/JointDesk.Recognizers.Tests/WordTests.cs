using JointDesk.Recognizers.Scanning;

namespace JointDesk.Recognizers.Tests;

public sealed class WordTests
{
    /// <summary>Of a word that stands twice the last one would win, and whoever mends the first would wonder.</summary>
    [Fact]
    public void No_word_is_listed_twice()
    {
        List<string> words = [];
        void Add(Tok kind, int value, string list, sbyte aux = -1) => words.AddRange(list.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        ChineseWords.AddTo(Add);
        EnglishWords.AddTo(Add);

        Assert.Empty(words.GroupBy(w => w).Where(g => g.Count() > 1).Select(g => g.Key));
    }
}
