namespace JointDesk.Talk.Understanding;

/// <summary>What the characters beside a Chinese name say about where it begins and whether it is one.</summary>
internal static class HanNeighbours
{
    /// <summary>Behind these 市局 is who is asked; elsewhere it is where one goes.</summary>
    private const string SeatOpeners = "请跟和与同由叫让约向给、派及";

    /// <summary>Behind a bare stem these make it a matter, not a department: 出入境记录, 海关数据.</summary>
    private static readonly string[] Matters =
    [
        "记录", "证件", "信息", "数据", "手续", "证明", "人员", "轨迹", "口岸", "业务", "材料", "案件", "审核", "意见", "专题", "系统", "平台", "技术", "工作", "战线", "证据", "手段", "章", "账",
    ];

    private const string Tiers = "省市县区州部";

    /// <summary>Characters at which a name of unknown stem cannot begin or go on.</summary>
    private const string Boundary = "请叫让给派由和与跟及同把召集邀约的在向对从到为是了还有被将通知要喊拉带会案内前后日号时点半上下午晚早这那我你他们各并又再就也都请吧呢于至或非不没交两几每个去刻";

    /// <summary>Whether a name can neither begin with this character nor hold it.</summary>
    public static bool IsBoundary(char han) => Boundary.Contains(han);

    /// <summary>Whether 市局 behind this character is who is asked.</summary>
    public static bool AskSeat(char before) => SeatOpeners.Contains(before);

    public static bool IsTier(char han) => Tiers.Contains(han);

    public static bool MatterFollows(ReadOnlySpan<char> folded, int end)
    {
        foreach (string matter in Matters)
        {
            if (folded[end..].StartsWith(matter))
            {
                return true;
            }
        }

        return false;
    }
}
