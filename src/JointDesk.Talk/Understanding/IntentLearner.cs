using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace JointDesk.Talk.Understanding;

/// <summary>Learns an <see cref="IntentModel"/> from examples: a linear model, many rounds of small steps with half of the signs left out.</summary>
internal sealed class IntentLearner
{
    private const int Rounds = 20;
    private const float Rate = 0.35f;

    /// <summary>A sign of one or two examples alone would only learn these by heart.</summary>
    private const int LeastUses = 3;

    private readonly Dictionary<ulong, int> known = [];
    private readonly List<string> intents = [];
    private readonly int width;
    private readonly float[] weights;

    private IntentLearner(IReadOnlyList<(string Intent, ulong[] Signs)> examples)
    {
        Dictionary<ulong, int> uses = [];
        foreach (var (intent, signs) in examples)
        {
            if (!intents.Contains(intent))
            {
                intents.Add(intent);
            }

            foreach (ulong sign in signs.Distinct())
            {
                ref int count = ref CollectionsMarshal.GetValueRefOrAddDefault(uses, sign, out _);
                if (++count == LeastUses)
                {
                    known.Add(sign, known.Count);
                }
            }
        }

        width = IntentModel.WidthOf(intents.Count);
        weights = new float[known.Count * width];
    }

    public static IntentModel Learn(Vocabulary vocabulary, IReadOnlyList<(string Intent, ulong[] Signs)> examples)
    {
        var learner = new IntentLearner(examples);
        learner.Run(examples);
        return new IntentModel(vocabulary, [.. learner.intents], learner.known, learner.weights);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Run(IReadOnlyList<(string Intent, ulong[] Signs)> examples)
    {
        var indexed = new (int Class, int[] Signs)[examples.Count];
        for (int i = 0; i < indexed.Length; i++)
        {
            indexed[i] = (intents.IndexOf(examples[i].Intent), [.. examples[i].Signs.Distinct().Where(known.ContainsKey).Select(s => known[s])]);
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
                IntentModel.Score(weights, kept.AsSpan(0, count), scores, norm);
                IntentModel.Shares(scores, intents.Count);
                scores[label] -= 1f;
                Step(kept.AsSpan(0, count), scores, squares, norm);
            }
        }
    }

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
            var step = new Vector<float>(Rate * norm * IntentModel.Scale / (0.5f + MathF.Sqrt(squares[sign])));
            var row = weights.AsSpan(sign * width, width);
            for (int k = 0; k < width; k += Vector<float>.Count)
            {
                (new Vector<float>(row[k..]) - new Vector<float>(error[k..]) * step).CopyTo(row[k..]);
            }
        }
    }
}
