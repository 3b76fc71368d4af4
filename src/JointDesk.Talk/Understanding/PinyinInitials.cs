using System.Globalization;

namespace JointDesk.Talk.Understanding;

/// <summary>
/// The first letters of a name's pinyin: 出入境支队 → crjzd. ICU orders Chinese characters by their pinyin, so a character's letter is that of
/// the last first-character of a letter that is not behind it. Of characters with several readings ICU's is taken (重庆 → zq): the directory's
/// aliases are for the rest.
/// </summary>
internal static class PinyinInitials
{
    /// <summary>The characters that come first under each letter in ICU's order, and the letters; no syllable begins with i, u or v.</summary>
    private const string Firsts = "啊芭擦搭蛾发噶哈击喀垃妈拿哦啪期然撒塌挖昔压匝";
    private const string Letters = "abcdefghjklmnopqrstwxyz";

    private static readonly CompareInfo Order = CompareInfo.GetCompareInfo("zh-Hans-CN");
    private static readonly SortKey[] Keys = [.. Firsts.Select(c => Order.GetSortKey(c.ToString()))];

    /// <summary>Null where a character is not Chinese.</summary>
    public static string? Of(string name)
    {
        char[] letters = new char[name.Length];
        for (int i = 0; i < name.Length; i++)
        {
            if (name[i] is not (>= '\u4E00' and <= '\u9FFF'))
            {
                return null;
            }

            letters[i] = Of(name[i]);
        }

        return new string(letters);
    }

    /// <summary>The letter of a Chinese character.</summary>
    public static char Of(char han) => Known.GetOrAdd(han, static c =>
    {
        var key = Order.GetSortKey(c.ToString());
        int at = Array.FindLastIndex(Keys, k => SortKey.Compare(k, key) <= 0);
        return Letters[Math.Max(0, at)];
    });

    private static readonly System.Collections.Concurrent.ConcurrentDictionary<char, char> Known = new();
}
