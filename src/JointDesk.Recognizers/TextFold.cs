namespace JointDesk.Recognizers;

/// <summary>One spelling for what is written in many: full-width to half-width, traditional to simplified (the characters officers
/// use), upper to lower case. One character stays one character, so that offsets hold in the original.</summary>
public static class TextFold
{
    private const string Traditional =
        "週點號時鐘鍾個兩後會開請這結內間與偵隊關檢處總經網辦說禮節過從來幾當報參長達決議題務銷簽確認發還沒誰麼歷變遲進員單應協責負給為專項無對見視頻線訂閱曆們讓學動際國聯繫絡緊調審訊監獄緝證據檔準備聽"
        + "範圍絕祕領導廳縣區離職業質問門刪換鎖錄護邊機構資戶將該貨車記術數導轉傳選擇約編寫嗎吧東萬億陸貳參叁飛險複覆復隨僅緩極劃創壓難額終於擱臨連組織買賣詢詞詳請貼賬帶";

    private const string Simplified =
        "周点号时钟钟个两后会开请这结内间与侦队关检处总经网办说礼节过从来几当报参长达决议题务销签确认发还没谁么历变迟进员单应协责负给为专项无对见视频线订阅历们让学动际国联系络紧调审讯监狱缉证据档准备听"
        + "范围绝秘领导厅县区离职业质问门删换锁录护边机构资户将该货车记术数导转传选择约编写吗吧东万亿六二参三飞险复复复随仅缓极划创压难额终于搁临连组织买卖询词详请贴账带";

    /// <summary>Per character its folded form; 0 for the many that stay as they are.</summary>
    private static readonly char[] Table = Build();

    private static char[] Build()
    {
        char[] table = new char[char.MaxValue + 1];
        for (int i = Traditional.Length - 1; i >= 0; i--)
        {
            table[Traditional[i]] = Simplified[i];
        }

        for (char c = 'A'; c <= 'Z'; c++)
        {
            table[c] = (char)(c | 0x20);
        }

        for (char c = '\uFF01'; c <= '\uFF5E'; c++)
        {
            char half = (char)(c - 0xFEE0);
            table[c] = half is >= 'A' and <= 'Z' ? (char)(half | 0x20) : half;
        }

        (string From, char To)[] marks = [("‘’′＇´", '\''), ("“”″〝〞", '"'), ("–—―−‐～〜", '-'), ("∶", ':'), ("•・‧∙．", '·'), ("\u3000\u00A0\u2009\u202F", ' ')];
        foreach (var (from, to) in marks)
        {
            foreach (char c in from)
            {
                table[c] = to;
            }
        }

        return table;
    }

    /// <summary>The folded form of one character.</summary>
    public static char Fold(char c)
    {
        char folded = Table[c];
        return folded != 0 ? folded : c is >= '\u0080' and < '\u2000' ? char.ToLowerInvariant(c) : c;
    }

    /// <summary>Folds into <paramref name="target"/>, which must be as long as the text.</summary>
    public static void Fold(ReadOnlySpan<char> text, Span<char> target)
    {
        for (int i = 0; i < text.Length; i++)
        {
            target[i] = Fold(text[i]);
        }
    }

    public static string Fold(string text) => string.Create(text.Length, text, static (span, t) => Fold(t, span));

    public static bool IsHan(char c) => c is >= '\u4E00' and <= '\u9FFF' or >= '\u3400' and <= '\u4DBF' or '〇';
}
