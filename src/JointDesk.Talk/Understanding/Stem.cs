namespace JointDesk.Talk.Understanding;

/// <summary>An English word without its commonest endings, so that moved, moves and moving are one sign. It need not be a word, only the same each time.</summary>
internal static class Stem
{
    public static ReadOnlySpan<char> Of(ReadOnlySpan<char> word)
    {
        if (word.Length > 3 && word[^1] == 's' && word[^2] is not ('s' or '\''))
        {
            word = word[..^1];
        }

        word = word.Length > 5 && word.EndsWith("ing") ? word[..^3]
            : word.Length > 4 && word.EndsWith("ed") ? word[..^2]
            : word.Length > 4 && word[^1] == 'e' ? word[..^1] : word;
        bool doubled = word.Length > 3 && word[^1] == word[^2] && word[^1] is not ('l' or 's');
        return doubled ? word[..^1] : word;
    }
}
