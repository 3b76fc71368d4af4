namespace JointDesk.Talk.Understanding;

/// <summary>What intents are learnt from: the phrases of the dialogs, whole sentences beside them, and the words that mean the same. Immutable.</summary>
public sealed class PhraseBook
{
    private static readonly string[] Languages = ["zh", "en"];

    private readonly Lazy<IReadOnlyList<Phrase>> sentences;

    private PhraseBook(IReadOnlyList<Phrase> phrases, Func<IReadOnlyList<Phrase>> sentences, IReadOnlyList<(string Class, string Word)> cues)
    {
        Phrases = phrases;
        this.sentences = new(sentences);
        Cues = cues;
    }

    /// <summary>What stands for itself wherever it is said: the short ways to say each intent, with their variants.</summary>
    public IReadOnlyList<Phrase> Phrases { get; }

    /// <summary>Sentences as officers say them, only learnt from; read when they are first asked for, which a desk with a model never does.</summary>
    public IReadOnlyList<Phrase> Sentences => sentences.Value;

    internal IEnumerable<Phrase> Examples => Phrases.Concat(Sentences);

    internal IReadOnlyList<(string Class, string Word)> Cues { get; }

    /// <summary>
    /// All <c>dialogs/&lt;dialog&gt;/phrases.{zh,en}.txt</c>, <c>dialogs/&lt;dialog&gt;/sentences.{zh,en}.txt</c> and
    /// <c>dialogs/shared/cues.{zh,en}.txt</c> that were built in.
    /// </summary>
    /// <exception cref="InvalidDataException">A line stands before the first <c># intent</c>.</exception>
    public static PhraseBook Load()
    {
        List<(string, string)> cues = [];
        foreach (string language in Languages)
        {
            foreach (string line in Resources.Lines($"dialogs/shared/cues.{language}.txt").Where(l => l[0] != '#'))
            {
                string[] words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
                cues.AddRange(words.Skip(1).Select(w => (words[0], w.Replace('_', ' '))));
            }
        }

        return new PhraseBook(Read("phrases", Variants.Of), () => Read("sentences", line => [line]), cues);
    }

    private static List<Phrase> Read(string file, Func<string, IEnumerable<string>> texts)
    {
        List<Phrase> phrases = [];
        foreach (string language in Languages)
        {
            foreach (string name in Resources.Names($"/{file}.{language}.txt"))
            {
                string? intent = null;
                foreach (string line in Resources.Lines(name))
                {
                    if (line.StartsWith("# ", StringComparison.Ordinal))
                    {
                        intent = line[2..].Trim();
                        continue;
                    }

                    string of = intent ?? throw new InvalidDataException($"{name}: no '# intent' line before '{line}'");
                    phrases.AddRange(texts(line).Select(text => new Phrase(name, of, text)));
                }
            }
        }

        return phrases;
    }
}

/// <summary>One example line.</summary>
/// <param name="File">Where it stands, such as <c>dialogs/convene/phrases.zh.txt</c>.</param>
public sealed record Phrase(string File, string Intent, string Text);
