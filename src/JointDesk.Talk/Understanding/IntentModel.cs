using System.Numerics;
using System.Runtime.CompilerServices;

namespace JointDesk.Talk.Understanding;

/// <summary>
/// What is learnt from the phrases: for each intent a weight per sign of a sentence; added up and turned into shares they say what is wanted,
/// and each score can be taken apart into its signs. A build learns it once and a desk reads it (<see cref="Write"/>, <see cref="Read"/>).
/// Immutable and safe for several threads.
/// </summary>
public sealed partial class IntentModel
{
    /// <summary>Weights of the mean sign stay small, so scores are stretched before they become shares.</summary>
    internal const float Scale = 3f;

    private readonly string[] intents;
    private readonly Dictionary<ulong, int> known;
    private readonly float[] weights;
    private readonly int width;

    /// <param name="known">Each sign with its row in <paramref name="weights"/>.</param>
    /// <param name="weights">Row by row, each <see cref="WidthOf"/> wide.</param>
    internal IntentModel(Vocabulary vocabulary, string[] intents, Dictionary<ulong, int> known, float[] weights)
    {
        Vocabulary = vocabulary;
        this.intents = intents;
        this.known = known;
        this.weights = weights;
        width = WidthOf(intents.Length);
    }

    internal IReadOnlyList<string> Intents => intents;

    internal Vocabulary Vocabulary { get; }

    /// <summary>Learns from the phrases; the same phrases give the same model. Takes a few seconds.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="phrases"/> is null.</exception>
    public static IntentModel Learn(PhraseBook phrases)
    {
        ArgumentNullException.ThrowIfNull(phrases);
        var vocabulary = Vocabulary.Of(phrases);
        return IntentLearner.Learn(vocabulary, new TextAnalyzer(phrases, vocabulary).Examples(phrases));
    }

    /// <summary>A row of weights fills whole vectors.</summary>
    internal static int WidthOf(int intents) => (intents + Vector<float>.Count - 1) / Vector<float>.Count * Vector<float>.Count;

    /// <summary>Adds up the rows of some signs.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Score(ReadOnlySpan<float> weights, ReadOnlySpan<int> signs, Span<float> scores, float norm)
    {
        int width = scores.Length;
        scores.Clear();
        foreach (int sign in signs)
        {
            var row = weights.Slice(sign * width, width);
            for (int k = 0; k < width; k += Vector<float>.Count)
            {
                (new Vector<float>(scores[k..]) + new Vector<float>(row[k..])).CopyTo(scores[k..]);
            }
        }

        for (int k = 0; k < width; k++)
        {
            scores[k] *= norm * Scale;
        }
    }

    /// <summary>Scores to shares that add up to one.</summary>
    internal static void Shares(Span<float> scores, int count)
    {
        float max = float.MinValue;
        for (int k = 0; k < count; k++)
        {
            max = Math.Max(max, scores[k]);
        }

        float sum = 0;
        for (int k = 0; k < count; k++)
        {
            scores[k] = MathF.Exp(scores[k] - max);
            sum += scores[k];
        }

        for (int k = 0; k < scores.Length; k++)
        {
            scores[k] = k < count ? scores[k] / sum : 0;
        }
    }

    [ThreadStatic]
    private static int[]? indexes;

    [ThreadStatic]
    private static float[]? results;

    /// <summary>Per sign the reading in which it was last seen, so that a sign counts once.</summary>
    [ThreadStatic]
    private static int[]? seen;

    [ThreadStatic]
    private static int turn;

    /// <summary>A share for each intent, in the order of <see cref="Intents"/>.</summary>
    internal ReadOnlySpan<float> Shares(List<ulong> signs)
    {
        var list = indexes ??= new int[2048];
        var scores = results is { } r && r.Length == width ? r : results = new float[width];
        var marks = seen is { } m && m.Length >= known.Count ? m : seen = new int[known.Count];
        int now = ++turn;
        int count = 0;
        foreach (ulong sign in signs)
        {
            if (count < list.Length && known.TryGetValue(sign, out int index) && marks[index] != now)
            {
                marks[index] = now;
                list[count++] = index;
            }
        }

        Score(weights, list.AsSpan(0, count), scores, count == 0 ? 0 : 1f / MathF.Sqrt(count));
        Shares(scores, intents.Length);
        return scores.AsSpan(0, intents.Length);
    }

    /// <summary>The share of words that occur in some phrase.</summary>
    internal double Known(List<ulong> words)
    {
        int hits = 0;
        foreach (ulong word in words)
        {
            hits += known.ContainsKey(word) ? 1 : 0;
        }

        return words.Count == 0 ? 0 : (double)hits / words.Count;
    }

    /// <summary>The signs that speak most for an intent, strongest first.</summary>
    internal IReadOnlyList<(ulong Sign, float Weight)> Why(List<ulong> signs, string intent, int most)
    {
        int label = Array.IndexOf(intents, intent);
        var distinct = signs.Distinct().Where(known.ContainsKey).ToList();
        float norm = distinct.Count == 0 ? 0 : Scale / MathF.Sqrt(distinct.Count);
        return label < 0 ? [] : [.. distinct.Select(s => (s, weights[known[s] * width + label] * norm)).OrderByDescending(p => p.Item2).Take(most)];
    }
}
