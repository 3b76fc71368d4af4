using System.Text.Json.Nodes;

namespace JointDesk.Benchmarks;

/// <summary>What is posted, as a Direct Line client posts it.</summary>
internal static class Turns
{
    /// <summary>Understood, previewed against everyone's calendar, answered with a card; the open conversation is committed.</summary>
    public static string Convene(string officer, int number) => Activity(
        officer, number, "下周三下午三点召集出入境管理支队、经侦支队开“6·18”案联席会议，两个小时，地点在支队三楼会议室");

    public static string Unknown(string officer, int number) => Activity(officer, number, "床前明月光，疑是地上霜");

    private static string Activity(string officer, int number, string text) => new JsonObject
    {
        ["type"] = "message",
        ["text"] = text,
        ["locale"] = "zh-CN",
        ["from"] = new JsonObject { ["id"] = officer, ["role"] = "user" },
        ["channelData"] = new JsonObject { ["clientActivityID"] = $"{officer}-{number}" },
    }.ToJsonString();
}
