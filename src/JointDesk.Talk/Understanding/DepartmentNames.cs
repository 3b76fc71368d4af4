using JointDesk.People;
using JointDesk.Recognizers;

namespace JointDesk.Talk.Understanding;

/// <summary>How a department may be called: as in the directory, and as officers shorten it: 刑侦支队, 刑侦, 临江刑侦, Criminal Investigation, CID.</summary>
internal static class DepartmentNames
{
    private static readonly string[] Bodies = ["支队", "大队", "总队", "中队", "队", "处", "科", "站", "局", "中心", "室", "办公室", "办"];
    private static readonly string[] Middles = ["管理", "侦查", "保卫", "监督", "事务", "安全保卫"];
    private static readonly string[] EnglishBodies = ["division", "brigade", "corps", "office", "bureau", "department", "unit", "squad", "administration", "branch", "section", "team", "center", "centre"];

    /// <summary>What stands before the body in a full name, such as 临江市公安局; empty if the name has none.</summary>
    public static string Place(string name)
    {
        foreach (string seat in (string[])["公安局", "公安厅", "公安分局", "检察院", "海关"])
        {
            int at = name.IndexOf(seat, StringComparison.Ordinal);
            if (at > 0)
            {
                return name[..at];
            }
        }

        return "";
    }

    public static IEnumerable<string> Of(Department department)
    {
        yield return department.Name;
        yield return department.ShortName;
        yield return department.NameEn;
        yield return department.ShortNameEn;
        foreach (string name in Chinese(department).Concat(English(department)))
        {
            if (name.Length > 1)
            {
                yield return name;
            }
        }
    }

    private static IEnumerable<string> Chinese(Department department)
    {
        string stem = Stem(department.ShortName);
        yield return stem;
        string bare = stem;
        foreach (string middle in Middles)
        {
            if (bare.Length > middle.Length + 1 && bare.EndsWith(middle, StringComparison.Ordinal))
            {
                bare = bare[..^middle.Length];
                yield return bare;
                if (department.ShortName.Length > stem.Length)
                {
                    yield return bare + department.ShortName[stem.Length..];
                }

                break;
            }
        }

        string place = Place(department.Name);
        if (place.Length > 0)
        {
            string city = place[^1] is '市' or '省' or '县' or '区' ? place[..^1] : place;
            foreach (string prefix in (string[])[place, city, place[^1] switch { '市' => "市", '省' => "省", '县' => "县", '区' => "区", _ => "" }])
            {
                yield return prefix + department.ShortName;
                yield return prefix + bare;
                yield return prefix + "局" + department.ShortName;
                yield return prefix + "公安" + department.ShortName;
            }
        }
    }

    private static string Stem(string name)
    {
        foreach (string body in Bodies)
        {
            if (name.Length > body.Length + 1 && name.EndsWith(body, StringComparison.Ordinal))
            {
                return name[..^body.Length];
            }
        }

        return name;
    }

    private static IEnumerable<string> English(Department department)
    {
        string[] words = department.NameEn.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        int seat = Array.FindIndex(words, w => w is "City" or "Province" or "County" or "District" or "Provincial" or "Municipal");
        string[] own = seat >= 0 && seat + 1 < words.Length ? words[(seat + 1)..] : words;
        string place = seat > 0 ? string.Join(' ', words[..seat]) : "";
        if (own.Length == 0)
        {
            yield break;
        }

        string full = string.Join(' ', own);
        yield return full;
        bool body = own.Length > 1 && EnglishBodies.Contains(TextFold.Fold(own[^1]));
        string stem = body ? string.Join(' ', own[..^1]) : full;
        if (body)
        {
            yield return stem;
        }

        yield return department.ShortNameEn + " Division";
        yield return stem + " Department";
        if (place.Length > 0)
        {
            yield return $"{place} {full}";
            yield return $"{place} {stem}";
            yield return $"{place} {department.ShortNameEn}";
        }

        if (own.Length > 1)
        {
            string initials = string.Concat(own.SelectMany(w => w.Split('-')).Where(w => w.Length > 0 && char.IsUpper(w[0])).Select(w => w[0]));
            if (initials.Length > 2)
            {
                yield return initials;
            }
        }
    }
}
