using System.Text.Json;
using JointDesk.Acceptance.Page;
using JointDesk.Acceptance.Stories;
using JointDesk.BotFramework.Tests;

namespace JointDesk.Acceptance.Clients;

/// <summary>The cards of all stories in the official renderer, npm adaptivecards, which also knows what members each element has.</summary>
public sealed class CardTests(ITestOutputHelper output)
{
    /// <summary>Parses as 1.5, renders, and says all that was complained about: by the parser, by the check of properties, and members that no element knows.</summary>
    private const string Check = """
        cards => cards.map(json => {
          const AC = window.AdaptiveCards, said = [];
          const source = JSON.parse(json), context = new AC.SerializationContext(AC.Versions.v1_5), card = new AC.AdaptiveCard();
          card.parse(source, context);
          for (let i = 0; i < context.eventCount; i++) said.push(context.getEventAt(i).message);
          for (const event of card.validateProperties().validationEvents) said.push(event.message);
          const known = thing => { const schema = thing.getSchema(); return new Set(['$schema', ...Array.from({ length: schema.getCount() }, (_, i) => schema.getItemAt(i).name)]); };
          const compare = (thing, from) => { for (const name of Object.keys(from)) if (!known(thing).has(name) && !['body', 'items', 'actions', 'facts', 'columns'].includes(name)) said.push(`${from.type} has no ${name}`); };
          const walk = (container, from) => (from.body ?? from.items ?? []).forEach((item, i) => { const made = container.getItemAt(i); if (!made) return said.push(`${item.type} is not known`); compare(made, item); if (item.items) walk(made, item); });
          compare(card, source);
          walk(card, source);
          (source.actions ?? []).forEach((action, i) => compare(card.getActionAt(i), action));
          const shown = card.render();
          if (!shown) said.push('nothing is rendered');
          else {
            document.body.replaceChildren(shown);
            for (const action of source.actions ?? []) if (!shown.innerText.includes(action.title)) said.push(`${action.title} is not shown`);
          }
          return said.map(line => line + ' in ' + json);
        }).flat()
        """;

    [Theory]
    [InlineData("zh")]
    [InlineData("en")]
    public async Task Every_card_is_rendered_without_a_warning(string language)
    {
        var packages = NodePackages.Install("adaptivecards@3.0.6");
        var cards = new HashSet<string>(StringComparer.Ordinal);
        foreach (var story in StoryPlay.Files($"*.{language}.md"))
            cards.UnionWith((await StoryPlay.Plain(story, output)).Cards);
        Assert.True(cards.Count > 20, $"The stories show {cards.Count} cards.");

        await using var chromium = await Chromium.Launch();
        var page = await chromium.Blank();
        var warnings = new List<string>();
        page.Console += (_, message) => warnings.Add(message.Text);
        await page.AddScriptTagAsync(new() { Path = Path.Combine(packages, "node_modules", "adaptivecards", "dist", "adaptivecards.min.js") });
        // Web Chat and Teams process it in their own ways; without one the renderer says that it has none.
        await page.EvaluateAsync("() => { AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => { result.outputHtml = text.replace(/&/g, '&amp;').replace(/</g, '&lt;'); result.didProcess = true; }; }");
        Assert.Empty(await page.EvaluateAsync<string[]>(Check, cards.ToArray()));
        Assert.Empty(warnings);
        output.WriteLine($"{cards.Count} cards, {cards.Sum(c => c.Length) / cards.Count} characters on average");

        if (Environment.GetEnvironmentVariable("JOINTDESK_CARD_SCHEMA") is { Length: > 0 } schema)
            await CheckAgainstAsync(schema, cards);

        // A card that is wrong must not pass: the check checks.
        var broken = JsonSerializer.Serialize(new { type = "AdaptiveCard", version = "1.5", body = new object[] { new { type = "TextBlock", colour = "red" }, new { type = "Nothing" } } });
        Assert.True((await page.EvaluateAsync<string[]>(Check, new[] { broken })).Length >= 2);
    }

    /// <summary>
    /// The official JSON schema comes in no package and is not ours to carry along: whoever has the file names it.
    /// </summary>
    private async Task CheckAgainstAsync(string schema, IReadOnlyCollection<string> cards)
    {
        var packages = NodePackages.Install("ajv@8.20.0");
        var file = Path.GetTempFileName();
        await File.WriteAllLinesAsync(file, cards, TestContext.Current.CancellationToken);
        Assert.Empty(NodePackages.Run("cards.mjs", packages, schema, file));
        await File.WriteAllTextAsync(file, """{"type":"AdaptiveCard","version":"1.5","body":[{"type":"TextBlock"},{"type":"Nothing"}],"colour":"red"}""", TestContext.Current.CancellationToken);
        Assert.NotEmpty(NodePackages.Run("cards.mjs", packages, schema, file));
        File.Delete(file);
        output.WriteLine($"{cards.Count} cards are valid by {schema}");
    }
}
