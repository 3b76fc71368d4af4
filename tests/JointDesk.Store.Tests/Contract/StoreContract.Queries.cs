namespace JointDesk.Store.Tests.Contract;

public abstract partial class StoreContract
{
    private async Task<IReadOnlyList<string>> Found(DocumentQuery query) =>
        [.. (await _store.QueryAsync(query)).Select(row => $"{(row.Value.Number is { } number ? $"{number}" : $"'{row.Value.Text}'")}:{row.Document.Id}")];

    [Fact]
    public async Task Rows_come_by_value_then_id_numbers_before_texts()
    {
        await MustCommit(
            Put("b", 0, "{}", new IndexEntry("x", 5), new IndexEntry("x", "b")),
            Put("a", 0, "{}", new IndexEntry("x", 5), new IndexEntry("x", -7)),
            Put("c", 0, "{}", new IndexEntry("x", long.MinValue), new IndexEntry("x", long.MaxValue), new IndexEntry("x", ""), new IndexEntry("x", "B")),
            Put("d", 0, "{}", new IndexEntry("y", 5)));
        Assert.Equal([$"{long.MinValue}:c", "-7:a", "5:a", "5:b", $"{long.MaxValue}:c", "'':c", "'B':c", "'b':b"],
            await Found(new DocumentQuery("meeting", "x", long.MinValue, "zzz")));
    }

    /// <summary>Documents go and come back elsewhere in an index while others look: what they find is whole, and nothing waits for ever.</summary>
    [Fact]
    public async Task Queries_beside_commits_find_whole_documents()
    {
        const int documents = 20, rounds = 60, looks = 60;
        await MustCommit([.. Enumerable.Range(0, documents).Select(n => Put($"m-{n:00}", 0, "{}", new IndexEntry("n", n)))]);
        var all = new DocumentQuery("meeting", "n", long.MinValue, long.MaxValue);
        using var done = new CancellationTokenSource();
        var looked = 0;
        var readers = Enumerable.Range(0, 3).Select(_ => Task.Run(async () =>
        {
            while (!done.IsCancellationRequested)
            {
                var found = await _store.QueryAsync(all);
                Assert.All(found, row => Assert.StartsWith("m-", row.Document.Id));
                Assert.InRange(found.Count, documents - 1, documents);
                Interlocked.Increment(ref looked);
                // Without it a store that answers at once would keep the threads that the others run on.
                await Task.Yield();
            }
        })).ToList();
        for (var round = 1; round <= rounds || (looked < looks && !readers.Exists(reader => reader.IsFaulted)); round++)
        {
            var id = $"m-{round % documents:00}";
            await MustCommit(new ChangeSet { Deletes = [new DeleteDocument("meeting", id, 1)] });
            await MustCommit(Put(id, 0, "{}", new IndexEntry("n", round * 1_000)));
            await Task.Yield();
        }
        await done.CancelAsync();
        await Task.WhenAll(readers);
        Assert.Equal(documents, (await _store.QueryAsync(all)).Count);
    }

    [Fact]
    public async Task From_and_to_are_both_included()
    {
        await MustCommit([.. Enumerable.Range(1, 5).Select(n => Put($"m-{n}", 0, "{}", new IndexEntry("n", n)))]);
        Assert.Equal(["2:m-2", "3:m-3", "4:m-4"], await Found(new DocumentQuery("meeting", "n", 2, 4)));
        Assert.Equal(["3:m-3"], await Found(new DocumentQuery("meeting", "n", 3, 3)));
        Assert.Empty(await Found(new DocumentQuery("meeting", "n", 4, 2)));
        Assert.Empty(await Found(new DocumentQuery("meeting", "none", 0, 9)));
        Assert.Empty(await Found(new DocumentQuery("case", "n", 0, 9)));
    }

    [Fact]
    public async Task Texts_sort_by_their_units_and_a_prefix_before_what_begins_with_it()
    {
        string[] texts = ["", "\0", "\0\0", "\u0001", "A", "B", "a", "aa", "ab", "b", "é", "会", "联", "\U0001F4C5", "\uFFFD"];
        await MustCommit([.. texts.Select((text, n) => Put($"m-{n:00}", 0, "{}", new IndexEntry("t", text)))]);
        var sorted = texts.Order(StringComparer.Ordinal).ToList();
        var rows = await _store.QueryAsync(new DocumentQuery("meeting", "t", "", "\uFFFF"));
        Assert.Equal(sorted, rows.Select(row => row.Value.Text));
        Assert.Equal(["a"], (await _store.QueryAsync(new DocumentQuery("meeting", "t", "a", "a"))).Select(row => row.Value.Text));
    }

    [Fact]
    public async Task Pages_follow_each_other_without_gap_or_repetition()
    {
        await MustCommit([.. Enumerable.Range(0, 25).Select(n => Put($"m-{n:00}", 0, "{}", new IndexEntry("n", n / 5), new IndexEntry("n", "t")))]);
        var all = await Found(new DocumentQuery("meeting", "n", 0, "t"));
        Assert.Equal(50, all.Count);
        var paged = new List<string>();
        var query = new DocumentQuery("meeting", "n", 0, "t") { Take = 7 };
        while (await _store.QueryAsync(query) is { Count: > 0 } page)
        {
            paged.AddRange(page.Select(row => $"{(row.Value.Number is { } number ? $"{number}" : $"'{row.Value.Text}'")}:{row.Document.Id}"));
            query = query with { After = (page[^1].Value, page[^1].Document.Id) };
        }
        Assert.Equal(all, paged);
    }

    [Fact]
    public async Task A_page_goes_on_after_a_row_that_was_deleted_and_never_before_from()
    {
        await MustCommit([.. Enumerable.Range(1, 4).Select(n => Put($"m-{n}", 0, "{}", new IndexEntry("n", n)))]);
        await MustCommit(new ChangeSet { Deletes = [new DeleteDocument("meeting", "m-2", 1)] });
        Assert.Equal(["3:m-3", "4:m-4"], await Found(new DocumentQuery("meeting", "n", 1, 9) { After = (2, "m-2") }));
        Assert.Equal(["3:m-3", "4:m-4"], await Found(new DocumentQuery("meeting", "n", 3, 9) { After = (1, "m-1") }));
        Assert.Empty(await Found(new DocumentQuery("meeting", "n", 1, 3) { After = (7, "x") }));
    }

    [Fact]
    public async Task At_most_500_come_at_once()
    {
        for (var first = 0; first < 600; first += 100)
            await MustCommit([.. Enumerable.Range(first, 100).Select(n => Put($"m-{n}", 0, "{}", new IndexEntry("n", n)))]);
        Assert.Equal(500, (await _store.QueryAsync(new DocumentQuery("meeting", "n", 0, 9999))).Count);
        Assert.Equal(500, (await _store.QueryAsync(new DocumentQuery("meeting", "n", 0, 9999) { Take = 9999 })).Count);
    }

    [Fact]
    public async Task A_put_moves_the_document_in_its_indexes()
    {
        await MustCommit(Put("m-1", 0, "{}", new IndexEntry("d", "lj"), new IndexEntry("d", "yn"), new IndexEntry("n", 1), new IndexEntry("n", 1)));
        Assert.Equal(["'lj':m-1", "'yn':m-1"], await Found(new DocumentQuery("meeting", "d", "", "z")));
        Assert.Equal(["1:m-1"], await Found(new DocumentQuery("meeting", "n", 0, 9)));
        await MustCommit(Put("m-1", 1, "{}", new IndexEntry("d", "yn"), new IndexEntry("d", "zx")));
        Assert.Equal(["'yn':m-1", "'zx':m-1"], await Found(new DocumentQuery("meeting", "d", "", "z" + "z")));
        Assert.Empty(await Found(new DocumentQuery("meeting", "n", 0, 9)));
        Assert.Equal(2, Assert.Single(await _store.QueryAsync(new DocumentQuery("meeting", "d", "yn", "yn"))).Document.Version);
    }

    [Fact]
    public async Task Instants_are_found_by_their_ticks()
    {
        await MustCommit(Put("m-1", 0, "{}", new IndexEntry("start", Noon)), Put("m-2", 0, "{}", new IndexEntry("start", Noon + Lease)));
        Assert.Equal("m-1", Assert.Single(await _store.QueryAsync(new DocumentQuery("meeting", "start", Noon, Noon))).Document.Id);
    }
}
