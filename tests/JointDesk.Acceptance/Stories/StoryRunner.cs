using System.Globalization;
using System.Net.Http.Json;
using System.Text.Encodings.Web;
using System.Text.Json;
using JointDesk.Acceptance.Chats;
using JointDesk.Acceptance.Host;
using JointDesk.Calendaring.Tests;

namespace JointDesk.Acceptance.Stories;

/// <summary>Plays one story against one desk.</summary>
internal sealed class StoryRunner(DeskProcess desk, string file, Func<int, bool> kills)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    /// <summary>What was under way when the desk was killed stays reserved for so long before it is taken up again.</summary>
    private const string Lease = "00:02:01";

    private static readonly JsonSerializerOptions Unescaped = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Dictionary<string, DeskClient> clients = new(StringComparer.Ordinal);
    private readonly HashSet<BotMessage> matched = [];
    private readonly CancellationToken cancel = TestContext.Current.CancellationToken;
    private DeskClient? client;
    private Chat? chat;

    private Chat Here => chat ?? throw new FormatException("A step stands before the first heading with an officer.");

    /// <summary>What the desk said in each chat that the story opened, sorted, for comparing two runs.</summary>
    public async Task<IReadOnlyList<string>> Play(IReadOnlyList<StoryStep> steps)
    {
        foreach (var (at, step) in steps.Index())
        {
            try
            {
                await Do(step);
                // Also before a claim, which is often the first thing that is asked after the desk came back.
                if (kills(at) && step is not Turned)
                    await Kill();
            }
            catch (Exception failure) when (failure is not FormatException)
            {
                throw new InvalidOperationException(
                    $"{Path.GetFileName(file)}:{step.Line}{(kills(0) || kills(1) ? " (killed between the steps)" : "")}: {failure.Message}\n"
                    + $"The newest messages here:\n{chat?.Newest(8)}\nThe desk wrote:\n{desk.Output}", failure);
            }
        }
        return await Transcript();
    }

    private Task Do(StoryStep step) => step switch
    {
        Turned turned => Turn(turned),
        ClockMoved clock => MoveClock(clock.To),
        Said said => Here.Say(said.Text, cancel),
        Pressed pressed => Press(pressed),
        Repeated => Here.Repeat(cancel),
        Killed => Kill(),
        Heard heard => Hear(heard),
        HeardNothing => HearNothing(),
        NeverHeard never => HearNever(never.Text),
        CalendarShows calendar => CheckCalendar(calendar),
        ApiShows api => CheckApi(api),
        AuditVerified => VerifyAudit(),
        _ => throw new FormatException($"Line {step.Line} cannot be played."),
    };

    private async Task Turn(Turned turned)
    {
        (client, chat) = (null, null);
        if (turned.Officer is null)
            return;
        if (!clients.TryGetValue(turned.Officer, out client))
            clients.Add(turned.Officer, client = await DeskClient.SignIn(desk, turned.Officer, cancel));
        chat = turned.Channel is null ? client.Personal : client.Channel(turned.Channel);
    }

    /// <summary>A button's card may still be on its way.</summary>
    private async Task Press(Pressed pressed)
    {
        var until = DateTime.UtcNow + Patience;
        while (!Here.Messages.Exists(m => m.Offers([pressed.Button])) && DateTime.UtcNow < until)
        {
            await Task.Delay(50, cancel);
            await Here.Read(cancel);
        }
        await Here.Press(pressed.Button, pressed.Inputs, pressed.Oldest, cancel);
    }

    private async Task Hear(Heard heard)
    {
        var found = await Here.Await(m => !matched.Contains(m) && m.Says(heard.Fragments) && m.Offers(heard.Buttons), cancel);
        Assert.True(found is not null,
            $"No new message says '{string.Join(" … ", heard.Fragments)}' with the buttons [{string.Join("] [", heard.Buttons)}].");
        matched.Add(found);
    }

    private async Task HearNothing()
    {
        await Settle();
        await Here.Read(cancel);
        var more = Here.Messages.Skip(Here.Spoken).Where(m => !matched.Contains(m)).ToList();
        Assert.True(more.Count == 0, $"Nothing more was to be said, but: {string.Join(" / ", more)}");
    }

    private async Task HearNever(string text)
    {
        await Settle();
        await Here.Read(cancel);
        var found = Here.Messages.Find(m => m.Says([text]));
        Assert.True(found is null, $"'{text}' must not be said here, but: {found}");
    }

    private async Task CheckCalendar(CalendarShows claim)
    {
        string address;
        if (claim.Feed)
        {
            address = (string)(await client!.Api("api/v1/me", cancel))["feed"]!;
        }
        else
        {
            var carrier = await Here.Await(m => m.CalendarAddress is not null && matched.Contains(m), cancel)
                ?? Here.Messages.FindLast(m => m.CalendarAddress is not null);
            Assert.True(carrier is not null, "No message here carries a calendar file.");
            address = Here.Messages.Last(m => m.CalendarAddress is not null).CalendarAddress!;
        }
        var bytes = await CalendarClaims.Fetch(client!, address, cancel);
        var events = (await IndependentReaders.Agreed(("story.ics", bytes)))["story.ics"].ToList();
        CalendarClaims.Check(claim.Claims, events);
    }

    private async Task CheckApi(ApiShows api)
    {
        if (api.Absent)
            await Settle();
        var until = DateTime.UtcNow + Patience;
        while (true)
        {
            var json = (await client!.Api(api.Path.TrimStart('/'), cancel)).ToJsonString(Unescaped);
            if (Flow.Holds(json, api.Fragments) != api.Absent)
                return;
            if (api.Absent || DateTime.UtcNow > until)
                Assert.Fail($"{api.Path} {(api.Absent ? "shows" : "does not show")} '{string.Join(" … ", api.Fragments)}': {json}");
            await Task.Delay(100, cancel);
        }
    }

    /// <summary>The verb opens the store itself, so the desk is not running meanwhile.</summary>
    private async Task VerifyAudit()
    {
        await Settle();
        await desk.Kill();
        var (exit, output, errors) = await desk.Verb(cancel, "audit", "verify");
        await desk.StartAgain(cancel);
        Assert.True(exit == 0, $"audit verify ended with {exit}: {output} {errors}");
        Assert.True(output.Length > 0, "audit verify said nothing.");
    }

    private async Task Kill()
    {
        var before = await Now();
        await desk.Restart(cancel);
        var after = await Now();
        Assert.True(after >= before, $"The desk's clock went back over a restart: {before:o} → {after:o}");
        await Clock(new { advance = Lease });
    }

    private async Task MoveClock(DateTimeOffset to)
    {
        if (await Now() is var now && now < to)
            await Clock(new { now = to.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture) });
    }

    /// <summary>Moving the clock by nothing answers when all that is due has run.</summary>
    private Task Settle() => Clock(new { advance = "00:00:00" });

    private async Task Clock<T>(T move)
    {
        using var answer = await desk.Http.PostAsJsonAsync("demo/clock", move, cancel);
        Assert.True(answer.IsSuccessStatusCode, $"/demo/clock was answered {(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync(cancel)}");
    }

    private async Task<DateTimeOffset> Now() =>
        (await desk.Http.GetFromJsonAsync<JsonElement>("demo/clock", cancel)).GetProperty("now").GetDateTimeOffset();

    /// <summary>All cards that were seen.</summary>
    public IReadOnlyList<string> Cards => [.. clients.Values.SelectMany(c => c.Opened).SelectMany(chat => chat.Messages).SelectMany(m => m.Cards).Distinct()];

    private async Task<IReadOnlyList<string>> Transcript()
    {
        await Settle();
        var lines = new List<string>();
        foreach (var each in clients.Values.SelectMany(c => c.Opened))
        {
            await each.Read(cancel);
            lines.AddRange(each.Messages.Select(m => $"{each.Officer} · {each.Title}: {m}"));
        }
        lines.Sort(StringComparer.Ordinal);
        return lines;
    }
}
