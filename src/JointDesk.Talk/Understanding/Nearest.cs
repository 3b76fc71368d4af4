using System.Collections;

namespace JointDesk.Talk.Understanding;

/// <summary>The known names most like an unknown one, sought when somebody looks: thousands of names are compared only for a question that is asked.</summary>
internal sealed class Nearest(Func<IReadOnlyList<string>> seek) : IReadOnlyList<string>
{
    private readonly Lazy<IReadOnlyList<string>> found = new(seek, LazyThreadSafetyMode.PublicationOnly);

    public int Count => found.Value.Count;

    public string this[int index] => found.Value[index];

    public IEnumerator<string> GetEnumerator() => found.Value.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
