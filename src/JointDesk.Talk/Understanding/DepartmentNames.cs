using JointDesk.People;
using JointDesk.Recognizers;

namespace JointDesk.Talk.Understanding;

/// <summary>How a department may be called: as in the directory, and as officers shorten it: 刑侦支队, 刑侦, 临江刑侦, Criminal Investigation, CID.</summary>
internal static class DepartmentNames
{
    private static readonly string[] Bodies = ["支队", "大队", "总队", "中队", "队", "处", "科", "站", "局", "中心", "室", "办公室", "办"];
    private static readonly string[] Middles = ["管理", "侦查", "保卫", "监督", "事务", "安全保卫"];
    private static readonly string[] EnglishBodies = ["division", "brigade", "corps", "office", "bureau", "department", "unit", "squad", "administration", "branch", "section", "team", "center", "centre"];

    /// <summary>Words as officers cut them: Econ Crime.</summary>
    private static readonly (string Long, string Short)[] Shortened =
    [
        .. Resources.Lines("dialogs/shared/departments.en.txt").Where(l => l.StartsWith("short ", StringComparison.Ordinal))
            .Select(l => l.Split(' ')).Select(w => (w[1], w[2])),
    ];

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

    public static IEnumerable<DepartmentName> Of(Department department)
    {
        string[] given = [department.Name, department.ShortName, department.NameEn, department.ShortNameEn];
        string[] aliases = [.. department.Aliases ?? []];
        string[] own = [.. Own(department)];
        string[] placed = [.. Placed(department, own)];
        return [
            .. given.Select(n => new DepartmentName(n, NameSource.Directory)),
            .. aliases.Select(n => new DepartmentName(n, NameSource.Alias)),
            .. own.Select(n => new DepartmentName(n, NameSource.Shortened)),
            .. placed.Concat(English(department).Append(department.ShortNameEn).SelectMany(Cut)).Where(n => n.Length > 1).Select(n => new DepartmentName(n, NameSource.Shortened, false)),
            .. own.Append(department.ShortName).Concat(placed).Concat(aliases).Select(PinyinInitials.Of).OfType<string>().Where(n => n.Length > 1)
                .Select(n => new DepartmentName(n, NameSource.PinyinInitials, false)),
            .. EnglishInitials(department).Select(n => new DepartmentName(n, NameSource.EnglishInitials, false)),
        ];
    }

    /// <summary>出入境管理支队 is also 出入境管理, 出入境 and 出入境支队.</summary>
    private static IEnumerable<string> Own(Department department)
    {
        string stem = Stem(department.ShortName);
        if (stem.Length > 1)
        {
            yield return stem;
        }

        foreach (string middle in Middles)
        {
            if (stem.Length > middle.Length + 1 && stem.EndsWith(middle, StringComparison.Ordinal))
            {
                string bare = stem[..^middle.Length];
                yield return bare;
                if (department.ShortName.Length > stem.Length)
                {
                    yield return bare + department.ShortName[stem.Length..];
                }

                yield break;
            }
        }
    }

    /// <summary>With the place before it: 临江市刑侦支队, 临江刑侦, 市局刑侦支队.</summary>
    private static IEnumerable<string> Placed(Department department, IEnumerable<string> own)
    {
        string place = Place(department.Name);
        if (place.Length == 0)
        {
            yield break;
        }

        bool seat = place[^1] is '市' or '省' or '县' or '区';
        string bare = own.Where(n => n.Length > 1).MinBy(n => n.Length) ?? department.ShortName;
        foreach (string prefix in (string[])[place, seat ? place[..^1] : place, seat ? place[^1..] : ""])
        {
            yield return prefix + department.ShortName;
            yield return prefix + bare;
            yield return prefix + "局" + department.ShortName;
            yield return prefix + "公安" + department.ShortName;
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
        var (place, own) = EnglishParts(department);
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
    }

    /// <summary>A name as it is, and with its long words cut.</summary>
    private static IEnumerable<string> Cut(string name)
    {
        yield return name;
        foreach (var (whole, cut) in Shortened)
        {
            int at = name.IndexOf(whole, StringComparison.OrdinalIgnoreCase);
            if (at >= 0)
            {
                yield return name[..at] + cut + name[(at + whole.Length)..];
            }
        }
    }

    /// <summary>Criminal Investigation Division is CID.</summary>
    private static IEnumerable<string> EnglishInitials(Department department)
    {
        string initials = string.Concat(EnglishParts(department).Own.SelectMany(w => w.Split('-')).Where(w => w.Length > 0 && char.IsUpper(w[0])).Select(w => w[0]));
        if (initials.Length > 2)
        {
            yield return initials;
        }
    }

    private static (string Place, string[] Own) EnglishParts(Department department)
    {
        string[] words = department.NameEn.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        int seat = Array.FindIndex(words, w => w is "City" or "Province" or "County" or "District" or "Provincial" or "Municipal");
        return (seat > 0 ? string.Join(' ', words[..seat]) : "", seat >= 0 && seat + 1 < words.Length ? words[(seat + 1)..] : words);
    }
}

/// <summary>Where a spelling comes from, for the explanation.</summary>
internal enum NameSource : byte { Directory, Alias, Shortened, PinyinInitials, EnglishInitials, Id }

/// <param name="Bare">Without a place: what a slip of the pen is compared with.</param>
internal readonly record struct DepartmentName(string Name, NameSource Source, bool Bare = true);
