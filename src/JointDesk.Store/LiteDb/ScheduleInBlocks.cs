using LiteDB;

namespace JointDesk.Store.LiteDb;

/// <summary>Layout 2: the schedule of the queues in blocks, where layout 1 had a row an item; and what was given up by its time.</summary>
internal static class ScheduleInBlocks
{
    private const string Queues = "queues", Before = "queue_schedule";

    public static void Convert(Rows rows)
    {
        var schedule = new ScheduleTable(rows);
        foreach (var queue in rows.Range(Queues, BsonValue.MinValue, BsonValue.MaxValue, int.MaxValue))
        {
            var name = SortKey.TextsOf(queue["_id"])[0];
            while (rows.Range(Before, queue["_id"], new SortKey().Text(name).UpToHere(), Limits.Page) is { Count: > 0 } page)
            {
                foreach (var row in page)
                {
                    schedule.Add(name, new ScheduleSlot(row["w"].AsInt64, row["i"].AsString));
                    rows.Delete(Before, row["_id"]);
                }
            }
            if (queue["x"].AsInt64 > 0)
                DateGivenUp(rows, name);
        }
        schedule.WriteBack();
    }

    /// <summary>By when they were due, as nothing tells when they were given up.</summary>
    private static void DateGivenUp(Rows rows, string queue)
    {
        var givenUp = new GivenUpTable(rows);
        var next = SortKey.Of(queue);
        while (rows.Range(QueueTable.Items, next, new SortKey().Text(queue).UpToHere(), Limits.Page) is { Count: > 0 } page)
        {
            foreach (var item in page.Where(item => !item["x"].IsNull))
            {
                item["z"] = item["d"];
                givenUp.Add(queue, SortKey.TextsOf(item["_id"])[1], item["z"].AsInt64);
                rows.Update(QueueTable.Items, [item]);
            }
            next = SortKey.After(page[^1]["_id"]);
        }
    }
}
