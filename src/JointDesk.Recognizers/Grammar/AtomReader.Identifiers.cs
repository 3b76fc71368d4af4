using JointDesk.Recognizers.Scanning;

namespace JointDesk.Recognizers.Grammar;

internal sealed partial class AtomReader
{
    /// <summary>Friday at 3 room 5: the room has its own number.</summary>
    private bool HourBeforeRoom(int i) => scan.Kind(i - 1) == Tok.At && scan.Kind(i + 1) == Tok.Bound && scan.Kind(i + 2) == Tok.Num && scan.Text(i + 1)[0] < 0x80 && scan.Value(i) <= 12;

    /// <summary>密码0915, 邮包编号1224-0930, card ending 0915, Case 6-18: figures that say which one, with all that hangs on them.</summary>
    private bool Identifies(int i, out int next)
    {
        next = i + 1;
        while (next < i + 9 && scan.Kind(next) is Tok.Dash or Tok.Dot or Tok.Slash && scan.Kind(next + 1) == Tok.Num && scan.Touches(next) && scan.Touches(next + 1))
        {
            next += 2;
        }

        // flight CA1830, G15
        if (i > 0 && scan.Touches(i) && scan.Kind(i - 1) == Tok.Other && scan.Text(i - 1)[0] < 0x80 && char.IsAsciiLetter(scan.Text(i - 1)[0]))
        {
            return !(scan.Kind(next) is Tok.AmPm or Tok.Colon or Tok.HourMark);
        }

        int word = i - 1;
        while (word > i - 5 && word > 0 && (scan.Kind(word) is Tok.Filler or Tok.Colon or Tok.Quote or Tok.The || (scan.Kind(word) == Tok.Stop && scan.Text(word - 1) is "no" or "nr" && scan.Text(word) is ".")))
        {
            word--;
        }

        bool named = word >= 0 && (scan.Text(word)[0] < 0x80 ? IsNumberWord(word, chain: next > i + 1) : IsNumberMark(scan.Folded[..scan[word].End], i));
        return named && !((scan.Kind(next) == Tok.Colon && scan.Kind(next + 1) == Tok.Num && scan.Touches(next + 1)) || scan.Kind(next) is Tok.AmPm or Tok.HourMark or Tok.HourUnit or Tok.MinuteUnit or Tok.MonthName or Tok.MonthUnit or Tok.YearUnit or Tok.DayMark or Tok.DayUnit
            || (scan.Latin && PartFollows(next)));
    }

    private bool IsNumberWord(int i, bool chain) => scan.Text(i) switch
    {
        "number" or "no" or "nr" or "code" or "passcode" or "password" or "pin" or "plate" or "parcel" or "serial" or "ref" or "reference" or "badge" or "ext" or "extension" or "invoice" or "tracking" or "registration"
            or "passport" or "chassis" or "docket" or "id" => scan.Kind(i + 1) != Tok.Comma,
        "ending" => scan.Text(i - 1) is "card" or "account" or "number" or "phone" or "mobile" or "plate" or "passport" or "sim" or "parcel" or "engine" or "chassis" or "serial",
        "case" or "op" or "operation" or "incident" or "card" or "account" or "file" or "exhibit" or "lot" or "box" => chain,
        _ => false,
    };

    /// <summary>编号, 尾号, 密码, 车牌, 后四位 and the like at the end of what stands before; 5号楼 before figures that touch it.</summary>
    private bool IsNumberMark(ReadOnlySpan<char> before, int i)
    {
        before = before[Math.Max(0, before.Length - 8)..].TrimEnd("是为 ");
        return before is [.., '码' or '牌'] or [.., '编' or '尾' or '卡' or '单' or '案' or '警' or '账' or '型' or '档' or '证' or '工' or '序' or '批' or '架' or '机' or '箱' or '柜' or '件', '号']
            or [.., '后' or '末' or '尾' or '前', _, '位'] || (before is [.., '楼' or '栋' or '幢' or '座'] && scan.Touches(i) && scan[i].Digits >= 3);
    }
}
