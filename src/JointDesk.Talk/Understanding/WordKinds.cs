using JointDesk.Recognizers;

namespace JointDesk.Talk.Understanding;

/// <summary>A list of <c>dialogs/shared/*.{zh,en}.txt</c> whose lines are a kind and its words: <c>room 会议室 会商室</c>. In a word <c>_</c> is a blank.</summary>
internal sealed class WordKinds
{
    private readonly Dictionary<string, string[]> kinds = new(StringComparer.Ordinal);

    public WordKinds(string list)
    {
        foreach (string language in (string[])["zh", "en"])
        {
            foreach (string line in Resources.Lines($"dialogs/shared/{list}.{language}.txt").Where(l => l[0] != '#'))
            {
                string[] words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
                kinds[words[0]] = [.. kinds.GetValueOrDefault(words[0], []), .. words.Skip(1).Select(w => TextFold.Fold(w.Replace('_', ' ')))];
            }
        }
    }

    /// <summary>The words of a kind in both languages, in their order; a kind that the files do not know is a mistake in them.</summary>
    public string[] this[string kind] => kinds.GetValueOrDefault(kind) ?? throw new InvalidDataException($"no line '{kind}' in the words of dialogs/shared");
}
