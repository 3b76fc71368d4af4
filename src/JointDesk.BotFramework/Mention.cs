using System.Text.Json;

namespace JointDesk.BotFramework;

/// <summary>Someone is spoken to by name. <see cref="Text"/> is how that looks in the message; it can be missing.</summary>
public sealed record Mention(ChannelAccount? Mentioned, string? Text)
{
    public const string EntityType = "mention";

    /// <summary>The mention in an entity, or null when it is another kind or has an unexpected shape.</summary>
    public static Mention? From(Entity entity)
    {
        if (entity.Type != EntityType || entity.More is not { } more)
            return null;
        JsonElement? mentioned = more.TryGetValue("mentioned", out var who) ? who : null;
        var text = more.TryGetValue("text", out var written) && written.ValueKind == JsonValueKind.String ? written.GetString() : null;
        return new(mentioned.As<ChannelAccount>(), text);
    }

    /// <summary>A mention of this account, to be put into a message whose text contains <see cref="Markup"/>.</summary>
    public static Mention Of(ChannelAccount account) => new(account, Markup(account.Name));

    /// <summary>How a mention is written into a text. Angle brackets in a name would end the markup, so they are left out.</summary>
    public static string Markup(string? name) => $"<at>{name?.Replace("<", "", StringComparison.Ordinal).Replace(">", "", StringComparison.Ordinal)}</at>";

    public Entity ToEntity() => new()
    {
        Type = EntityType,
        More = new Dictionary<string, JsonElement>
        {
            ["mentioned"] = JsonSerializer.SerializeToElement(Mentioned ?? new(), ActivityJson.Info<ChannelAccount>()),
            ["text"] = JsonSerializer.SerializeToElement(Text ?? Markup(Mentioned?.Name), ActivityJson.Info<string>()),
        },
    };
}
