using LiteDB;

namespace JointDesk.Store.LiteDb;

/// <summary>Layout 2: the schedule of the queues in blocks; layout 1 had a row an item.</summary>
internal static class ScheduleInBlocks
{
    private const string Queues = "queues", Before = "queue_schedule";

    public static void Convert(Rows rows)
    {
        var schedule = new ScheduleTable(rows);
        foreach (var queue in rows.Range(Queues, BsonValue.MinValue, BsonValue.MaxValue, int.MaxValue).Select(row => row["_id"]))
        {
            var name = SortKey.FirstText(queue);
            while (rows.Range(Before, queue, new SortKey().Text(name).UpToHere(), Limits.Page) is { Count: > 0 } page)
            {
                foreach (var row in page)
                {
                    schedule.Add(name, new ScheduleSlot(row["w"].AsInt64, row["i"].AsString));
                    rows.Delete(Before, row["_id"]);
                }
            }
        }
        schedule.WriteBack();
    }
}
