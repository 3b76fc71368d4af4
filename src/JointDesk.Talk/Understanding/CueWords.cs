using JointDesk.Recognizers;

namespace JointDesk.Talk.Understanding;

/// <summary>The words of <c>dialogs/shared/cues.*.txt</c> with their classes. Immutable.</summary>
internal sealed class CueWords
{
    private readonly NameTrie trie = new();
    private readonly List<string[]> classes = [];
    private readonly ulong[][] signs;

    public CueWords(PhraseBook phrases)
    {
        HashSet<string> given = [.. phrases.Cues.Select(c => TextFold.Fold(c.Word))];
        foreach (var (name, word) in phrases.Cues)
        {
            string folded = TextFold.Fold(word);
            Add(folded, name);
            foreach (string form in Forms(folded).Where(f => !given.Contains(f)))
            {
                Add(form, name);
            }
        }

        signs = [.. classes.Select(c => c.Select(n => Sign.Of("#" + n)).ToArray())];
    }

    private void Add(string folded, string name)
    {
        int entry = trie.Add(folded, classes.Count);
        if (entry == classes.Count)
        {
            classes.Add([name]);
        }
        else if (!classes[entry].Contains(name))
        {
            classes[entry] = [.. classes[entry], name];
        }
    }

    /// <summary>An English word with its commonest endings: declines, declined, declining.</summary>
    private static string[] Forms(string word)
    {
        if (word.Length < 4 || !word.All(char.IsAsciiLetter))
        {
            return [];
        }

        string bare = word[^1] == 'e' ? word[..^1] : word;
        return word[^1] is 's' or 'y' ? [] : [word + "s", bare + "ed", bare + "ing"];
    }

    /// <summary>The longest cue at an offset; 0 where none begins.</summary>
    public int Longest(ReadOnlySpan<char> folded, int start, out int cue) => trie.Longest(folded, start, out cue);

    /// <summary>One sign for each class of a cue.</summary>
    public ReadOnlySpan<ulong> SignsOf(int cue) => signs[cue];

    public string NameOf(int cue) => "#" + string.Join('+', classes[cue]);
}
