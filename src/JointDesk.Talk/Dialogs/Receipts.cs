using JointDesk.Information;
using JointDesk.Talk.Wording;

namespace JointDesk.Talk.Dialogs;

/// <summary>谁看过: who was shown what the own department gave, and when.</summary>
internal static class Receipts
{
    private const int Most = 5;

    public static async ValueTask<Reply> AnswerAsync(Scene scene, CancellationToken cancel)
    {
        var given = (await scene.Read.ListAsync(Contribution.Documents, "department", scene.Officer.Department, cancel))
            .OrderByDescending(c => c.At).Take(Most).ToList();
        if (given.Count == 0)
            return new Reply(new Message(scene.Say("information.noneSent")));

        var lines = new List<SheetLine>();
        foreach (var contribution in given)
        {
            var @case = await scene.CaseAsync(contribution.CaseNumber, cancel);
            var title = @case is null ? "" : scene.Words.Case(@case) + (scene.Words.IsChinese ? "｜" : " | ");
            lines.Add(new SheetLine(title + scene.Words.Label(contribution.Handling), ReadersOf(contribution, scene)));
        }

        var message = scene.Card(new Sheet(scene.Say("information.receipts")) { Lines = lines });
        return scene.Turn.Place.IsPersonal ? new Reply(message) : new Reply([new Message(scene.Say("information.sentPersonally"))], [message]);
    }

    private static string ReadersOf(Contribution contribution, Scene scene) => contribution.Receipts.Count == 0
        ? scene.Say("information.unread")
        : scene.Words.List(contribution.Receipts.Select(r => $"{scene.Words.Officer(r.Officer)} {scene.Words.Moment(r.At, scene.Zone, scene.Now, nameZone: false)}"));
}
