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
        foreach (var (name, word) in phrases.Cues)
        {
            int entry = trie.Add(TextFold.Fold(word), classes.Count);
            if (entry == classes.Count)
            {
                classes.Add([name]);
            }
            else if (!classes[entry].Contains(name))
            {
                classes[entry] = [.. classes[entry], name];
            }
        }

        signs = [.. classes.Select(c => c.Select(n => Sign.Of("#" + n)).ToArray())];
    }

    /// <summary>The longest cue at an offset; 0 where none begins.</summary>
    public int Longest(ReadOnlySpan<char> folded, int start, out int cue) => trie.Longest(folded, start, out cue);

    /// <summary>One sign for each class of a cue.</summary>
    public ReadOnlySpan<ulong> SignsOf(int cue) => signs[cue];

    public string NameOf(int cue) => "#" + string.Join('+', classes[cue]);
}
