using JointDesk.Recognizers;

namespace JointDesk.Talk.Understanding;

/// <summary>Words that belong to an intent itself: a clause of nothing else says no more than the intent does.</summary>
internal static class BodyWords
{
    private const string Common =
        "我们 我 我方 我单位 我支队 本单位 单位 的 了 吧 请 已 已经 都 也 会 这 这个 这次 那 那次 会议 联席会议 此次 本次 申请 需要 希望 能 能不能 可以 可否 是否 吗 啊 呢 不好意思 抱歉 对不起 报告 领导 好的 收到 "
        + "we we'll i i'll you the a an it it's this that to for is are be will would please can could sorry our us my me so and but of on at in by with then yes no ok okay thanks";

    public static readonly NameTrie Done = Trie(Common + " 办结 任务 工作 项 这项 事 完成 全部 办完 结束 销号 予以 予 审核 请求 已办结 报结 办好 搞定 办妥 按要求 工作已 全都 "
        + "done task tasks complete completed finished mark as sign off ready closed close all everything job work have has we've now sign-off");

    public static readonly NameTrie Returned = Trie(Common + " 退回 任务 重办 办理 重新 打回去 打回 驳回 不予 销号 return returned send back task reject rejected it hand not");

    public static readonly NameTrie Answer = Trie(Common + " 参加 不参加 不能 无法 没法 参加不了 去不了 来不了 去不成 到不了 请假 请个假 因故 因公 缺席 不出席 出席 不去 没空 没时间 来 去 就 可能 不确定 还 尽量 到 待定 暂定 确认 同意 没问题 准时 "
        + "按时 到会 参会 派 派人 派员 届时 不一定 争取 不 decline declined accept accepted attend attending join come make skip one have pass unable cannot can't won't not unavailable available there "
        + "tentative tentatively maybe perhaps confirm confirmed be i'm we're sure yet try now meeting invitation do let know");

    public static readonly NameTrie Extend = Trie(Common + " 申请 延期 延长 宽限 展期 到 至 为 再 给 多 时间 期限 截止 日期 天 任务 批准 顺延 延 缓 还 才能 要 改到 推到 几 把 "
        + "extend extension until more need another time days weeks day week deadline due date request requesting give us have longer till extra allow move push back postpone ask few task");

    public static readonly NameTrie Cancel = Trie(Common + " 取消 不开 撤销 作废 改到 改期 推迟 提前 延后 往后推 挪到 换到 换个 时间 例会 专题会 视频会 不用开 改 把 开 调整 因故 顺延 延迟 提早 往后 往前 晚 早 点 换 定 重新 约 原定 到 不行 不合适 不方便 行 不要 不是 同一时间 同一 下周 下下周 "
        + "cancel cancelled call off drop meeting move reschedule postpone delay push back bring forward make instead not let's say to from until change time another start earlier later can up");

    private static NameTrie Trie(string words)
    {
        var trie = new NameTrie();
        foreach (string word in words.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            trie.Add(word, 0);
        }

        return trie;
    }

    /// <summary>How many characters (Chinese) or words (Latin) of a stretch are neither found things nor words of the trie.</summary>
    public static int Loose(Analysis analysis, int start, int end, NameTrie common)
    {
        var text = analysis.Folded;
        int loose = 0;
        for (int i = start; i < end;)
        {
            if (analysis.Covered(i) || analysis.IsTime(i) || !(TextFold.IsHan(text[i]) || char.IsAsciiLetterOrDigit(text[i])))
            {
                i++;
                continue;
            }

            bool word = char.IsAsciiLetterOrDigit(text[i]);
            int n = common.Longest(text, i, out _);
            if (n > 0)
            {
                i += n;
                continue;
            }

            loose += word ? 2 : 1;
            do
            {
                i++;
            }
            while (word && i < end && (char.IsAsciiLetterOrDigit(text[i]) || text[i] == '\''));
        }

        return loose;
    }
}
