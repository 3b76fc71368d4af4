using System.Text.Json.Nodes;

namespace JointDesk.Acceptance.Chats;

/// <summary>One conversation as one officer's client sees it.</summary>
internal sealed class Chat(DeskClient client, ChatEntry entry)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private readonly HashSet<string> seen = new(StringComparer.Ordinal);
    private string watermark = "";
    private JsonObject? last;
    private int said;

    public string Id => entry.Id;

    public string Officer => client.Officer;

    public string Title => entry.Title;

    public bool IsPersonal => entry.Kind == "personal";

    /// <summary>All that the desk said here, oldest first.</summary>
    public List<BotMessage> Messages { get; } = [];

    /// <summary>How much of <see cref="Messages"/> had been read when the officer last spoke here.</summary>
    public int Spoken { get; private set; }

    public Task Say(string text, CancellationToken cancel) => Post(new JsonObject { ["type"] = "message", ["text"] = text }, cancel);

    /// <summary>Presses the button of the newest card that has it, or of the oldest.</summary>
    public async Task Press(string title, IReadOnlyDictionary<string, string> inputs, bool oldest, CancellationToken cancel)
    {
        await Read(cancel);
        var buttons = Messages.SelectMany(m => m.Buttons).Where(b => b.Title == title || b.Verb == title).ToList();
        if (buttons.Count == 0)
            throw new InvalidOperationException($"No card in '{Title}' has a button {title}. The newest messages:\n{Newest(5)}");
        var button = oldest ? buttons[0] : buttons[^1];
        var value = button.Data.DeepClone().AsObject();
        foreach (var (name, text) in inputs)
        {
            value[button.Inputs.GetValueOrDefault(name) ?? throw new InvalidOperationException(
                $"The card of {title} has no input {name}, only {string.Join(", ", button.Inputs.Keys)}")] = text;
        }
        await Post(new JsonObject { ["type"] = "message", ["value"] = value, ["channelData"] = new JsonObject { ["postBack"] = true } }, cancel);
    }

    /// <summary>The last message once more, with the same id, as a client sends it that saw no answer.</summary>
    public Task Repeat(CancellationToken cancel) => Deliver(last ?? throw new InvalidOperationException("Nothing was said yet."), cancel);

    public async Task Post(JsonObject activity, CancellationToken cancel)
    {
        await Read(cancel);
        Spoken = Messages.Count;
        activity["from"] = new JsonObject { ["id"] = client.Officer, ["role"] = "user" };
        var channelData = activity["channelData"]?.AsObject();
        activity["channelData"] = channelData ??= [];
        channelData["clientActivityID"] = $"{client.Officer}-{Guid.NewGuid():N}-{++said}";
        last = activity;
        await Deliver(activity, cancel);
    }

    /// <summary>Fetches what is new.</summary>
    public async Task Read(CancellationToken cancel)
    {
        using var answer = await client.Send(HttpMethod.Get, $"v3/directline/conversations/{Uri.EscapeDataString(Id)}/activities?watermark={watermark}", null, cancel);
        await client.Require(answer, cancel);
        var set = JsonNode.Parse(await answer.Content.ReadAsStringAsync(cancel))!;
        watermark = (string?)set["watermark"] ?? watermark;
        foreach (var activity in set["activities"]!.AsArray())
        {
            var isNew = seen.Add((string)activity!["id"]!);
            if (isNew && (string?)activity["type"] == "message" && (string?)activity["from"]?["role"] == "bot")
                Messages.Add(new BotMessage(activity.AsObject()));
        }
    }

    /// <summary>Waits until a message since the officer last spoke fits.</summary>
    public async Task<BotMessage?> Await(Func<BotMessage, bool> fits, CancellationToken cancel)
    {
        var until = DateTime.UtcNow + Patience;
        while (true)
        {
            await Read(cancel);
            if (Messages.Skip(Spoken).FirstOrDefault(fits) is { } found)
                return found;
            if (DateTime.UtcNow > until)
                return null;
            await Task.Delay(50, cancel);
        }
    }

    public string Newest(int count) => string.Join('\n', Messages.TakeLast(count));

    private async Task Deliver(JsonObject activity, CancellationToken cancel)
    {
        using var answer = await client.Send(HttpMethod.Post, $"v3/directline/conversations/{Uri.EscapeDataString(Id)}/activities", activity, cancel);
        await client.Require(answer, cancel);
    }
}
