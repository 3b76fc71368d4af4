using JointDesk.Cases;
using JointDesk.People;
using NodaTime;

namespace JointDesk.Talk.Tests;

/// <summary>The demo desk, as far as the talk needs it.</summary>
internal static class Demo
{
    public static readonly IReadOnlyList<Department> Departments =
    [
        Unit("jh-intl", "国际合作处", "International Cooperation", Tier.Province, null) with { DeskOffice = true },
        Unit("jh-cid", "刑侦总队", "Provincial CID", Tier.Province, null),
        Unit("jh-exit", "出入境管理总队", "Provincial Immigration", Tier.Province, null),
        Unit("lj-cid", "刑侦支队", "CID", Tier.City, "jh-cid"),
        Unit("lj-exit", "出入境管理支队", "Immigration", Tier.City, "jh-exit"),
        Unit("lj-econ", "经侦支队", "Economic Crime", Tier.City, "jh-intl"),
        Unit("lj-cyber", "网安支队", "Cyber", Tier.City, "jh-intl"),
        Unit("lj-legal", "法制支队", "Legal", Tier.City, "jh-intl"),
        Unit("qs-cid", "刑侦大队", "County CID", Tier.County, "lj-cid"),
    ];

    public static readonly IReadOnlyList<Officer> Officers =
    [
        Person("zhao.min", "赵敏", "jh-intl", "zh-CN", Role.Liaison, Role.Head), Person("grace.tan", "陈嘉恩", "jh-intl", "en"),
        Person("gao.feng", "高峰", "jh-cid", "zh-CN", Role.Liaison, Role.Head), Person("lin.yue", "林悦", "jh-exit", "zh-CN", Role.Liaison, Role.Head),
        Person("wang.fang", "王芳", "lj-cid", "zh-CN", Role.Liaison), Person("wu.gang", "吴刚", "lj-cid", "zh-CN", Role.Head), Person("xu.lei", "徐磊", "lj-cid", "zh-CN"),
        Person("li.qiang", "李强", "lj-exit", "zh-CN", Role.Liaison, Role.Head), Person("chen.jie", "陈杰", "lj-econ", "zh-CN", Role.Liaison, Role.Head),
        Person("zhou.tao", "周涛", "lj-cyber", "zh-CN", Role.Liaison, Role.Head), Person("sun.li", "孙丽", "lj-legal", "zh-CN", Role.Liaison, Role.Head),
        Person("he.ping", "何平", "qs-cid", "zh-CN", Role.Liaison, Role.Head),
    ];

    public static readonly IReadOnlyList<Case> Cases =
    [
        new("JH-2026-0618", "“6·18”跨境电信网络诈骗案", "June 18 cross-border telecom fraud", "lj-cid", ["lj-exit", "lj-econ", "lj-cyber", "lj-legal", "jh-intl"], ["XA", "XB"], Tlp.Amber),
        new("JH-2026-0907", "“9·07”组织他人偷越国边境案", "September 7 migrant smuggling", "jh-exit", ["lj-exit", "lj-cid", "qs-cid"], ["XC"], Tlp.Amber),
    ];

    private static Department Unit(string id, string name, string nameEn, Tier tier, string? superior) => new(
        id, (tier == Tier.City ? "临江市公安局" : tier == Tier.County ? "青石县公安局" : "江海省公安厅") + name, name, nameEn + " Division", nameEn, tier, superior, false, "Asia/Shanghai",
        new LocalTime(8, 30), new LocalTime(17, 30), $"{id}@desk.example");

    private static Officer Person(string id, string name, string department, string locale, params Role[] roles) =>
        new(id, name, string.Join(' ', id.Split('.').Select(p => char.ToUpperInvariant(p[0]) + p[1..])), department, roles, locale, null);
}
