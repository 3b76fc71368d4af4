using System.Text;
using System.Text.Json.Nodes;

namespace JointDesk.Acceptance.Chats;

/// <summary>One message of the desk as an officer's client got it.</summary>
internal sealed class BotMessage
{
    public BotMessage(JsonObject activity)
    {
        Id = (string?)activity["id"] ?? "";
        Text = (string?)activity["text"] ?? "";
        foreach (var attachment in activity["attachments"]?.AsArray() ?? [])
        {
            switch ((string?)attachment!["contentType"])
            {
                case "application/vnd.microsoft.card.adaptive":
                    Cards.Add(attachment["content"]!.ToJsonString());
                    var card = new Card(attachment["content"]!.AsObject());
                    CardText += card.Text;
                    Buttons.AddRange(card.Buttons);
                    break;
                case { } type when type.StartsWith("text/calendar", StringComparison.OrdinalIgnoreCase):
                    CalendarAddress = (string?)attachment["contentUrl"];
                    break;
            }
        }
    }

    public string Id { get; }

    public string Text { get; }

    /// <summary>As they came.</summary>
    public List<string> Cards { get; } = [];

    public string CardText { get; } = "";

    public List<Button> Buttons { get; } = [];

    /// <summary>Where the calendar file is fetched; null where there is none.</summary>
    public string? CalendarAddress { get; }

    /// <summary>The fragments stand in the text, or in the card, one after the other.</summary>
    public bool Says(IEnumerable<string> fragments) => Flow.Holds(Text, fragments) || Flow.Holds(CardText, fragments);

    public bool Offers(IEnumerable<string> buttons) => buttons.All(title => Buttons.Exists(b => b.Title == title));

    public override string ToString()
    {
        var words = new StringBuilder("▸ ").Append(Flow.Plain(Text));
        if (CardText.Length > 0)
            words.Append(" [").Append(Flow.Plain(CardText)).Append(']');
        foreach (var button in Buttons)
            words.Append('〔').Append(button.Title).Append('〕');
        return words.Append(CalendarAddress is null ? "" : " [.ics]").ToString();
    }
}

/// <summary>Fragments in flowing text.</summary>
internal static class Flow
{
    public static string Plain(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public static bool Holds(string text, IEnumerable<string> fragments)
    {
        var plain = Plain(text);
        var from = 0;
        foreach (var fragment in fragments)
        {
            var at = plain.IndexOf(fragment, from, StringComparison.Ordinal);
            if (at < 0)
                return false;
            from = at + fragment.Length;
        }
        return true;
    }
}
