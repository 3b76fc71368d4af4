using System.Text.Json;
using System.Text.Json.Nodes;
using JointDesk.Assignments;
using JointDesk.Cases;
using JointDesk.Information;
using JointDesk.Meetings;
using JointDesk.People;
using JointDesk.Store.InMemory;
using JointDesk.Talk.Understanding;
using JointDesk.Talk.Wording;
using Moq;
using NodaTime;
using NodaTime.Testing;

namespace JointDesk.Talk.Tests;

/// <summary>The whole of talk over an in-memory store: officers speak, and what the desk owes them is worded at once.</summary>
internal sealed class TalkDesk
{
    private static readonly Understander Understander = Understanding.Corpus.Understander;

    private readonly IDeskStore store = new InMemoryStore();
    private readonly Receptionist receptionist;
    private readonly NoticeWording wording;
    private readonly Dictionary<string, List<Message>> boxes = [];
    private int turns;
    private int ids;

    private TalkDesk()
    {
        var routes = new DeskRoutes().AddCases().AddMeetings().AddInformation().AddAssignments(new LadderOptions());
        Desk = new Desk(store, routes, Clock, () => $"id{Interlocked.Increment(ref ids)}");
        var feeds = new Mock<IFeedLinks>();
        feeds.Setup(f => f.OfOfficerAsync(It.IsAny<string>(), It.IsAny<CancellationToken>())).ReturnsAsync("https://desk.example/calendar/x.ics");
        receptionist = new Receptionist(Desk, Texts.Embedded, Understander, feeds.Object);
        wording = new NoticeWording(Desk, Texts.Embedded);
    }

    /// <summary>Monday 23 November 2026, 09:05 in Beijing.</summary>
    public FakeClock Clock { get; } = new(Instant.FromUtc(2026, 11, 23, 1, 5));

    public Desk Desk { get; }

    public static async Task<TalkDesk> OpenAsync()
    {
        var desk = new TalkDesk();
        Assert.True(await desk.Desk.KeepAsync(desk.Desk.Read(),
        [
            .. Demo.Departments.Select(d => Change.Put(Department.Kind, d)),
            .. Demo.Officers.Select(o => Change.Put(Officer.Kind, o)),
            .. Demo.Cases.Select(c => Change.Put(Case.Kind, c)),
        ]));
        return desk;
    }

    /// <summary>Says something in the personal chat, or in a channel; what the desk then owes to others lies in their boxes.</summary>
    public async Task<string> SayAsync(string officer, string text, string? channel = null, string? turn = null) =>
        TextOf(await HandleAsync(officer, text, null, channel, turn));

    public async Task<string> PressAsync(string officer, string verb, Message? on = null, JsonObject? more = null)
    {
        var data = on is null ? new JsonObject { ["verb"] = verb } : ActionOf(on, verb);
        foreach (var (name, value) in more ?? [])
            data[name] = value?.DeepClone();
        return TextOf(await HandleAsync(officer, null, data, null, null));
    }

    public async Task<Reply> HandleAsync(string officer, string? text, JsonObject? form, string? channel, string? turn)
    {
        var department = Demo.Officers.FirstOrDefault(o => o.Id == officer)?.Department;
        var place = channel is null
            ? new Place($"p.{officer}", true, department is null ? [] : [department])
            : new Place(channel, false, AudienceOf(channel));
        var reply = await receptionist.HandleAsync(new Turn(turn ?? $"turn{++turns}", place, officer, text, form, null));
        Assert.True(await Desk.KeepAsync(Desk.Read(), reply.Alongside));
        Box($"p.{officer}").AddRange(reply.Personal);
        Box(place.Conversation).AddRange(reply.Here);
        await DeliverAsync();
        return reply;
    }

    /// <summary>All that a chat was shown so far.</summary>
    public List<Message> Box(string conversation) =>
        boxes.TryGetValue(conversation, out var box) ? box : boxes[conversation] = [];

    public string Last(string officer) => Box($"p.{officer}").Count == 0 ? "" : TextOf(new Reply(Box($"p.{officer}")[^1]));

    /// <summary>Everything said in a chat, as one text.</summary>
    public string All(string conversation) => TextOf(new Reply([.. Box(conversation)]));

    public async Task GoToAsync(int month, int day, int hour, int minute = 0)
    {
        var target = new LocalDateTime(2026, month, day, hour, minute).InZoneLeniently(DateTimeZoneProviders.Tzdb["Asia/Shanghai"]).ToInstant();
        while (await store.NextDueAsync(Desk.Alarms) is { } due && due <= target)
        {
            Clock.Reset(Instant.Max(due, Clock.GetCurrentInstant()));
            foreach (var item in await store.ClaimAsync(Desk.Alarms, Clock.GetCurrentInstant(), 10, Duration.FromMinutes(1)))
            {
                var command = JsonSerializer.Deserialize<Command>(item.Payload.Span, DeskJson.Options)!;
                await Desk.HandleAsync(new DeskCall($"alarm/{item.Id}/{item.Due.ToUnixTimeTicks()}", Caller.Desk, command)
                {
                    Settles = new QueueSettle(Desk.Alarms, item.Id, item.Fence, new Settlement.Completed()),
                });
            }

            await DeliverAsync();
        }

        Clock.Reset(target);
    }

    private async Task DeliverAsync()
    {
        foreach (var item in await store.ClaimAsync(Desk.Outbox, Clock.GetCurrentInstant(), 500, Duration.FromMinutes(1)))
        {
            var notice = JsonSerializer.Deserialize<Notice>(item.Payload.Span, DeskJson.Options)!;
            var (conversation, viewer, language) = notice.To.Kind switch
            {
                RecipientKind.Officer when Demo.Officers.First(o => o.Id == notice.To.Id) is var o =>
                    ($"p.{o.Id}", Viewer.Of(o), o.Locale.StartsWith("zh", StringComparison.Ordinal) ? "zh" : "en"),
                RecipientKind.Department => ($"d.{notice.To.Id}", Viewer.Channel([notice.To.Id]), "zh"),
                _ => ($"c.{notice.To.Id}", Viewer.Channel(AudienceOf($"c.{notice.To.Id}")), "zh"),
            };
            if (await wording.WordAsync(notice, viewer, language) is { } message)
                Box(conversation).Add(message);
            await store.CommitAsync(new ChangeSet { Settled = [new QueueSettle(Desk.Outbox, item.Id, item.Fence, new Settlement.Completed())] });
        }
    }

    public static JsonObject ActionOf(Message message, string verb) => (JsonObject)message.Card!["actions"]!.AsArray()
        .Select(a => a!["data"]!.AsObject()).First(d => (string?)d["verb"] == verb).DeepClone();

    private static string[] AudienceOf(string channel) => channel[..2] == "d."
        ? [channel[2..]]
        : [.. Demo.Cases.First(c => c.Number == channel[2..]).Departments];

    private static string TextOf(Reply reply) => string.Join("\n", reply.Here.Select(m => m.Text));
}
