using System.Net.Http.Json;
using JointDesk.Acceptance.Chats;
using JointDesk.Acceptance.Host;

namespace JointDesk.Acceptance.Faults;

/// <summary>Ways that several tests go together.</summary>
internal static class Conversing
{
    public static string Sentence(string departments) => $"下周三下午三点召集{departments}开“6·18”案联席会议，两个小时，地点在三楼会议室";

    /// <summary>The liaison of the lead department convenes the first meeting of the desk.</summary>
    public static async Task<DeskClient> Convene(DeskProcess desk, string departments, CancellationToken cancel)
    {
        var convener = await DeskClient.SignIn(desk, "wang.fang", cancel);
        await convener.Personal.Say(Sentence(departments), cancel);
        Assert.NotNull(await convener.Personal.Await(m => m.Buttons.Exists(b => b.Verb == "meeting.confirm"), cancel));
        await convener.Personal.Say("确认", cancel);
        Assert.True(await convener.Personal.Await(m => m.Says(["已发出第 2026-001 号"]), cancel) is not null, convener.Personal.Newest(3));
        return convener;
    }

    /// <summary>Answers when all that is due has been done and sent.</summary>
    public static async Task Settle(DeskProcess desk, CancellationToken cancel)
    {
        using var answer = await desk.Http.PostAsJsonAsync("demo/clock", new { advance = "00:00:00" }, cancel);
        answer.EnsureSuccessStatusCode();
    }

    public static async Task<(int Exit, string Output, string Errors)> VerifyAudit(DeskProcess desk, CancellationToken cancel)
    {
        await desk.Kill();
        return await desk.Verb(cancel, "audit", "verify");
    }
}
