using JointDesk.Cases;
using JointDesk.People;
using JointDesk.Talk.Understanding;
using NodaTime;

namespace JointDesk.Talk.Tests.Understanding;

/// <summary>The demo desk's names, as far as the story needs them.</summary>
internal static class DemoNames
{
    public static Lexicon Lexicon { get; } = new(
        new Roster(
        [
            Unit("jh-intl", "江海省公安厅国际合作处", "国际合作处", "Jianghai Province International Cooperation Office", "International Cooperation", Tier.Province),
            Unit("jh-cid", "江海省公安厅刑侦总队", "刑侦总队", "Jianghai Province Criminal Investigation Corps", "Provincial CID", Tier.Province),
            Unit("lj-cid", "临江市公安局刑侦支队", "刑侦支队", "Linjiang City Criminal Investigation Division", "CID", Tier.City),
            Unit("lj-exit", "临江市公安局出入境管理支队", "出入境管理支队", "Linjiang City Exit-Entry Administration Division", "Immigration", Tier.City),
            Unit("lj-econ", "临江市公安局经侦支队", "经侦支队", "Linjiang City Economic Crime Division", "Economic Crime", Tier.City),
            Unit("lj-cyber", "临江市公安局网安支队", "网安支队", "Linjiang City Cybersecurity Division", "Cyber", Tier.City),
            Unit("lj-legal", "临江市公安局法制支队", "法制支队", "Linjiang City Legal Affairs Division", "Legal", Tier.City),
            Unit("qs-cid", "青石县公安局刑侦大队", "刑侦大队", "Qingshi County Criminal Investigation Brigade", "County CID", Tier.County),
        ],
        [
            new Officer("wang.fang", "王芳", "Wang Fang", "lj-cid", [Role.Liaison], "zh-CN", null),
            new Officer("wu.gang", "吴刚", "Wu Gang", "lj-cid", [Role.Head], "zh-CN", null),
        ]),
        [
            new Case("JH-2026-0618", "“6·18”跨境电信网络诈骗案", "June 18 cross-border telecom fraud", "lj-cid", ["lj-exit"], ["XA"], Tlp.Amber),
            new Case("JH-2026-0907", "“9·07”组织他人偷越国边境案", "September 7 migrant smuggling", "jh-cid", ["lj-exit"], ["XC"], Tlp.Amber),
        ]);

    private static Department Unit(string id, string name, string shortName, string nameEn, string shortEn, Tier tier) =>
        new(id, name, shortName, nameEn, shortEn, tier, null, false, "Asia/Shanghai", new LocalTime(8, 30), new LocalTime(17, 30), null);

    public static Reading Read(string text, string? dialog = null, string own = "lj-cid") =>
        Corpus.Understander.Read(text, new Surroundings(Corpus.Monday, Lexicon, own, dialog));
}
