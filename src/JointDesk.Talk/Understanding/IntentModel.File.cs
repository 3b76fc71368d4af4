using System.Runtime.InteropServices;
using JointDesk.Recognizers;

namespace JointDesk.Talk.Understanding;

/// <summary>The model as a file: which build it is of, the vocabulary, the intents, the signs, the weights.</summary>
public sealed partial class IntentModel
{
    /// <summary>Phrases, signs and times decide what is learnt; all of them are in these two assemblies.</summary>
    private static IEnumerable<Guid> Builds => [typeof(IntentModel).Module.ModuleVersionId, typeof(TimeRecognizer).Module.ModuleVersionId];

    /// <summary>Writes the model for <see cref="Read"/> of the same build.</summary>
    public void Write(Stream stream)
    {
        using var writer = new BinaryWriter(stream, System.Text.Encoding.UTF8, leaveOpen: true);
        foreach (var build in Builds)
        {
            writer.Write(build.ToByteArray());
        }

        Vocabulary.Write(writer);
        writer.Write(intents.Length);
        foreach (string intent in intents)
        {
            writer.Write(intent);
        }

        writer.Write(known.Count);
        foreach (ulong sign in known.OrderBy(k => k.Value).Select(k => k.Key))
        {
            writer.Write(sign);
        }

        for (int sign = 0; sign < known.Count; sign++)
        {
            writer.Write(MemoryMarshal.AsBytes(weights.AsSpan(sign * width, intents.Length)));
        }
    }

    /// <summary>The model that was written; null where it is of another build than the running one, so that it has to be learnt anew.</summary>
    /// <exception cref="EndOfStreamException">The file is cut short.</exception>
    public static IntentModel? Read(Stream stream)
    {
        using var reader = new BinaryReader(stream, System.Text.Encoding.UTF8, leaveOpen: true);
        if (Builds.Any(build => new Guid(reader.ReadBytes(16)) != build))
        {
            return null;
        }

        var vocabulary = Vocabulary.Read(reader);
        string[] intents = [.. Enumerable.Range(0, reader.ReadInt32()).Select(_ => reader.ReadString())];
        int count = reader.ReadInt32();
        var signs = new ulong[count];
        stream.ReadExactly(MemoryMarshal.AsBytes(signs.AsSpan()));
        var known = new Dictionary<ulong, int>(count);
        for (int row = 0; row < count; row++)
        {
            known.Add(signs[row], row);
        }

        int width = WidthOf(intents.Length);
        var weights = new float[count * width];
        for (int row = 0; row < count; row++)
        {
            stream.ReadExactly(MemoryMarshal.AsBytes(weights.AsSpan(row * width, intents.Length)));
        }

        return new IntentModel(vocabulary, intents, known, weights);
    }
}
