namespace JointDesk.Talk.Understanding;

/// <summary>The example phrases of the dialogs and the words that mean the same: what intents are learnt from. Immutable.</summary>
public sealed class PhraseBook
{
    private PhraseBook(IReadOnlyList<Phrase> phrases, IReadOnlyList<(string Class, string Word)> cues)
    {
        Phrases = phrases;
        Cues = cues;
    }

    public IReadOnlyList<Phrase> Phrases { get; }

    internal IReadOnlyList<(string Class, string Word)> Cues { get; }

    /// <summary>All <c>dialogs/&lt;dialog&gt;/phrases.{zh,en}.txt</c> and <c>dialogs/shared/cues.{zh,en}.txt</c> that were built in.</summary>
    public static PhraseBook Load()
    {
        List<Phrase> phrases = [];
        List<(string, string)> cues = [];
        foreach (string language in (string[])["zh", "en"])
        {
            foreach (string name in Resources.Names($"/phrases.{language}.txt"))
            {
                string dialog = name.Split('/')[1];
                string? intent = null;
                foreach (string line in Resources.Lines(name))
                {
                    if (line.StartsWith("# ", StringComparison.Ordinal))
                    {
                        intent = line[2..].Trim();
                        continue;
                    }

                    string of = intent ?? throw new InvalidDataException($"{name}: no '# intent' line before '{line}'");
                    phrases.AddRange(Variants.Of(line).Select(text => new Phrase(dialog, of, language, text)));
                }
            }

            foreach (string line in Resources.Lines($"dialogs/shared/cues.{language}.txt").Where(l => l[0] != '#'))
            {
                string[] words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
                cues.AddRange(words.Skip(1).Select(w => (words[0], w.Replace('_', ' '))));
            }
        }

        return new PhraseBook(phrases, cues);
    }
}

/// <summary>One example line.</summary>
public sealed record Phrase(string Dialog, string Intent, string Language, string Text);
