using System.Numerics;
using System.Runtime.CompilerServices;

namespace JointDesk.Talk.Understanding;

/// <summary>
/// A linear model over the signs of a sentence, learnt from the phrases when it is built: for each intent a weight per sign, added up and
/// turned into shares. The same phrases give the same weights; each score can be taken apart into its signs.
/// </summary>
internal sealed class IntentScorer
{
    private const int Rounds = 20;
    private const float Rate = 0.35f;

    private readonly Dictionary<ulong, int> known = [];
    private readonly List<string> intents = [];
    private readonly int width;
    private float[] weights = [];

    public IntentScorer(IReadOnlyList<(string Intent, ulong[] Signs)> examples)
    {
        foreach (var (intent, signs) in examples)
        {
            if (!intents.Contains(intent))
            {
                intents.Add(intent);
            }

            foreach (ulong sign in signs)
            {
                known.TryAdd(sign, known.Count);
            }
        }

        width = (intents.Count + Vector<float>.Count - 1) / Vector<float>.Count * Vector<float>.Count;
        weights = new float[known.Count * width];
        Learn(examples);
    }

    public IReadOnlyList<string> Intents => intents;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Learn(IReadOnlyList<(string Intent, ulong[] Signs)> examples)
    {
        var indexed = new (int Class, int[] Signs)[examples.Count];
        for (int i = 0; i < indexed.Length; i++)
        {
            indexed[i] = (intents.IndexOf(examples[i].Intent), [.. examples[i].Signs.Distinct().Select(s => known[s])]);
        }

        float[] squares = new float[known.Count];
        float[] scores = new float[width];
        uint chance = 20260618;
        int[] kept = new int[4096];
        for (int round = 0; round < Rounds; round++)
        {
            for (int n = 0; n < indexed.Length; n++)
            {
                // a fixed shuffle, and every second sign left out by a fixed chance, so that no single word carries an intent alone
                var (label, signs) = indexed[(int)((n * 7919L + round * 104729L) % indexed.Length)];
                int count = 0;
                foreach (int sign in signs)
                {
                    chance = chance * 1664525 + 1013904223;
                    if (round == 0 || (chance >> 31) > 0)
                    {
                        kept[count++] = sign;
                    }
                }

                if (count == 0)
                {
                    continue;
                }

                float norm = 1f / MathF.Sqrt(count);
                Score(kept.AsSpan(0, count), scores, norm);
                Shares(scores, intents.Count);
                scores[label] -= 1f;
                Step(kept.AsSpan(0, count), scores, squares, norm);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Score(ReadOnlySpan<int> signs, float[] scores, float norm)
    {
        Array.Clear(scores);
        var sum = new Span<float>(scores);
        foreach (int sign in signs)
        {
            var row = weights.AsSpan(sign * width, width);
            for (int k = 0; k < width; k += Vector<float>.Count)
            {
                (new Vector<float>(sum[k..]) + new Vector<float>(row[k..])).CopyTo(sum[k..]);
            }
        }

        for (int k = 0; k < width; k++)
        {
            sum[k] *= norm * Scale;
        }
    }

    private const float Scale = 3f;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Step(ReadOnlySpan<int> signs, float[] errors, float[] squares, float norm)
    {
        float total = 0;
        for (int k = 0; k < intents.Count; k++)
        {
            total += errors[k] * errors[k];
        }

        var error = new Span<float>(errors);
        foreach (int sign in signs)
        {
            squares[sign] += total * norm * norm;
            var step = new Vector<float>(Rate * norm * Scale / (0.5f + MathF.Sqrt(squares[sign])));
            var row = weights.AsSpan(sign * width, width);
            for (int k = 0; k < width; k += Vector<float>.Count)
            {
                (new Vector<float>(row[k..]) - new Vector<float>(error[k..]) * step).CopyTo(row[k..]);
            }
        }
    }

    private static void Shares(Span<float> scores, int count)
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
    public ReadOnlySpan<float> Shares(List<ulong> signs)
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

        Score(list.AsSpan(0, count), scores, count == 0 ? 0 : 1f / MathF.Sqrt(count));
        Shares(scores, intents.Count);
        return scores.AsSpan(0, intents.Count);
    }

    /// <summary>The share of words that occur in some phrase.</summary>
    public double Known(List<ulong> words)
    {
        int hits = 0;
        foreach (ulong word in words)
        {
            hits += known.ContainsKey(word) ? 1 : 0;
        }

        return words.Count == 0 ? 0 : (double)hits / words.Count;
    }

    /// <summary>The signs that speak most for an intent, strongest first.</summary>
    public IReadOnlyList<(ulong Sign, float Weight)> Why(List<ulong> signs, string intent, int most)
    {
        int label = intents.IndexOf(intent);
        var distinct = signs.Distinct().Where(known.ContainsKey).ToList();
        float norm = distinct.Count == 0 ? 0 : Scale / MathF.Sqrt(distinct.Count);
        return label < 0 ? [] : [.. distinct.Select(s => (s, weights[known[s] * width + label] * norm)).OrderByDescending(p => p.Item2).Take(most)];
    }
}
