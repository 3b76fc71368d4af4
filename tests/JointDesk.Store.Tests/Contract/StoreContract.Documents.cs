namespace JointDesk.Store.Tests.Contract;

public abstract partial class StoreContract
{
    [Fact]
    public async Task A_document_that_is_not_there_is_null() => Assert.Null(await _store.GetAsync("meeting", "m-1"));

    [Fact]
    public async Task A_put_is_read_back_with_version_1_and_its_very_bytes()
    {
        await MustCommit(Put("m-1", 0, """{"title":" 联席会议 \t","empty":"","at":"2026-11-24T12:00:00.123456789Z"}"""));
        var document = await _store.GetAsync("meeting", "m-1");
        Assert.Equal(("meeting", "m-1", 1L), (document!.Kind, document.Id, document.Version));
        Assert.Equal("""{"title":" 联席会议 \t","empty":"","at":"2026-11-24T12:00:00.123456789Z"}"""u8.ToArray(), document.Payload.ToArray());
    }

    [Fact]
    public async Task Each_further_put_raises_the_version_by_one()
    {
        await MustCommit(Put("m-1", 0));
        await MustCommit(Put("m-1", 1, """{"n":2}"""));
        Assert.Equal(2, (await _store.GetAsync("meeting", "m-1"))!.Version);
        Assert.Equal("""{"n":2}"""u8.ToArray(), (await _store.GetAsync("meeting", "m-1"))!.Payload.ToArray());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    public async Task A_version_that_was_not_read_is_a_conflict_that_names_the_document_and_keeps_nothing(long expected)
    {
        await MustCommit(Put("m-1", 0));
        await MustCommit(Put("m-1", 1));
        var result = await Commit(Put("m-2", 0), Put("m-1", expected));
        Assert.Equal(["meeting/m-1"], Assert.IsType<Conflict>(result).Keys);
        Assert.Null(await _store.GetAsync("meeting", "m-2"));
        Assert.Equal(2, (await _store.GetAsync("meeting", "m-1"))!.Version);
    }

    [Fact]
    public async Task An_update_of_what_is_not_there_is_a_conflict() => Assert.IsType<Conflict>(await Commit(Put("m-1", 1)));

    [Fact]
    public async Task A_delete_takes_the_document_and_its_index_rows()
    {
        await MustCommit(Put("m-1", 0, "{}", new IndexEntry("case", "JH-1")));
        await MustCommit(new ChangeSet { Deletes = [new DeleteDocument("meeting", "m-1", 1)] });
        Assert.Null(await _store.GetAsync("meeting", "m-1"));
        Assert.Empty(await _store.QueryAsync(new DocumentQuery("meeting", "case", "JH-1", "JH-1")));
        await MustCommit(Put("m-1", 0));
        Assert.Equal(1, (await _store.GetAsync("meeting", "m-1"))!.Version);
    }

    [Fact]
    public async Task A_delete_of_another_version_is_a_conflict()
    {
        await MustCommit(Put("m-1", 0));
        var result = await _store.CommitAsync(new ChangeSet { Deletes = [new DeleteDocument("meeting", "m-1", 2)] });
        Assert.Equal(["meeting/m-1"], Assert.IsType<Conflict>(result).Keys);
    }

    [Fact]
    public async Task Kinds_and_ids_are_told_apart_ordinally()
    {
        await MustCommit(Put("Ab", 0, "1"), Put("ab", 0, "2"), Put("ab ", 0, "3"), Put("ａｂ", 0, "4"), new PutDocument("meetings", "ab", 0, [], Bytes("5")));
        Assert.Equal("1"u8.ToArray(), (await _store.GetAsync("meeting", "Ab"))!.Payload.ToArray());
        Assert.Equal("2"u8.ToArray(), (await _store.GetAsync("meeting", "ab"))!.Payload.ToArray());
        Assert.Equal("3"u8.ToArray(), (await _store.GetAsync("meeting", "ab "))!.Payload.ToArray());
        Assert.Equal("5"u8.ToArray(), (await _store.GetAsync("meetings", "ab"))!.Payload.ToArray());
    }

    [Fact]
    public async Task Two_commits_at_once_with_the_same_version_have_one_winner()
    {
        await MustCommit(Put("m-1", 0));
        for (var version = 1L; version <= 20; version++)
        {
            var expected = version;
            var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(n => Task.Run(() => Commit(Put("m-1", expected, $"{n}")).AsTask())));
            Assert.Single(results, result => result is Committed);
            Assert.Equal(7, results.Count(result => result is Conflict));
            Assert.Equal(version + 1, (await _store.GetAsync("meeting", "m-1"))!.Version);
        }
    }

    [Fact]
    public async Task Many_at_once_are_all_kept()
    {
        await Task.WhenAll(Enumerable.Range(0, 300).Select(n => Task.Run(() => MustCommit(Put($"m-{n}", 0, $"{n}", new IndexEntry("number", n))))));
        var rows = await _store.QueryAsync(new DocumentQuery("meeting", "number", 0, 1000));
        Assert.Equal(Enumerable.Range(0, 300).Select(n => $"m-{n}"), rows.Select(row => row.Document.Id));
    }

    [Fact]
    public async Task A_document_of_1_MiB_is_kept_and_one_byte_more_is_refused()
    {
        var payload = new byte[1 << 20];
        new Random(1).NextBytes(payload);
        await MustCommit(new PutDocument("meeting", "m-1", 0, [], payload));
        Assert.Equal(payload, (await _store.GetAsync("meeting", "m-1"))!.Payload.ToArray());
        await Assert.ThrowsAsync<ArgumentException>(() => _store.CommitAsync(new ChangeSet
        {
            Puts = [Put("m-2", 0), new PutDocument("meeting", "m-3", 0, [], new byte[(1 << 20) + 1])],
        }).AsTask());
        Assert.Null(await _store.GetAsync("meeting", "m-2"));
    }

    [Fact]
    public async Task Ids_and_index_texts_of_200_bytes_are_kept_whatever_their_letters_and_one_more_is_refused()
    {
        string[] ids = [new('a', 200), string.Concat(Enumerable.Repeat("会", 66)) + "ab", string.Concat(Enumerable.Repeat("\U0001F4C5", 50))];
        foreach (var id in ids)
        {
            await MustCommit(Put(id, 0, "{}", new IndexEntry("text", id)));
            Assert.NotNull(await _store.GetAsync("meeting", id));
            Assert.Equal(id, Assert.Single(await _store.QueryAsync(new DocumentQuery("meeting", "text", id, id))).Document.Id);
            await Assert.ThrowsAnyAsync<ArgumentException>(() => Commit(Put(id + "x", 0)).AsTask());
            await Assert.ThrowsAnyAsync<ArgumentException>(() => Commit(Put("m", 0, "{}", new IndexEntry("text", id + "x"))).AsTask());
        }
        await Assert.ThrowsAnyAsync<ArgumentException>(() => Commit(Put("", 0)).AsTask());
    }

    [Fact]
    public async Task A_document_that_stands_twice_in_one_change_set_is_refused()
    {
        await Assert.ThrowsAnyAsync<ArgumentException>(() => Commit(Put("m-1", 0), Put("m-1", 1)).AsTask());
        Assert.Null(await _store.GetAsync("meeting", "m-1"));
    }

    [Fact]
    public async Task An_empty_change_set_is_committed() => await MustCommit(new ChangeSet());

    [Fact]
    public async Task All_of_a_change_set_is_kept_or_nothing()
    {
        await MustCommit(Put("m-1", 0));
        var all = new ChangeSet
        {
            Puts = [Put("m-1", 9), Put("m-2", 0, "{}", new IndexEntry("n", 1))],
            OnceKeys = [new OnceKey("k", Noon + Lease, default)],
            Queued = [new QueuePut("q", "i", Noon, default)],
            Audit = [Draft("m-1")],
        };
        Assert.IsType<Conflict>(await _store.CommitAsync(all));
        Assert.Null(await _store.GetAsync("meeting", "m-2"));
        Assert.Empty(await _store.QueryAsync(new DocumentQuery("meeting", "n", 0, 9)));
        Assert.Null(await _store.GetOnceAsync("k"));
        Assert.Equal(new QueueDepth(0, 0), await _store.DepthAsync("q"));
        Assert.Equal(0, (await _store.AuditHeadAsync()).Sequence);

        await MustCommit(all with { Puts = [Put("m-1", 1), all.Puts[1]] });
        Assert.NotNull(await _store.GetAsync("meeting", "m-2"));
        Assert.NotNull(await _store.GetOnceAsync("k"));
        Assert.Equal(new QueueDepth(1, 0), await _store.DepthAsync("q"));
        Assert.Equal(1, (await _store.AuditHeadAsync()).Sequence);
    }

    [Fact]
    public async Task All_of_it_is_there_after_closing_and_opening()
    {
        await MustCommit(new ChangeSet
        {
            Puts = [Put("m-1", 0, """{"a":1}""", new IndexEntry("n", 1))],
            OnceKeys = [new OnceKey("k", Noon + Lease, Bytes("answer"))],
            Queued = [new QueuePut("q", "i", Noon, Bytes("x"))],
            Audit = [Draft("m-1")],
        });
        var claimed = Assert.Single(await _store.ClaimAsync("q", Noon, 9, Lease));
        var head = await _store.AuditHeadAsync();

        _store = await ReopenAsync(_store);

        Assert.Equal("""{"a":1}"""u8.ToArray(), (await _store.GetAsync("meeting", "m-1"))!.Payload.ToArray());
        Assert.Single(await _store.QueryAsync(new DocumentQuery("meeting", "n", 1, 1)));
        Assert.Equal("answer"u8.ToArray(), (await _store.GetOnceAsync("k"))!.Payload.ToArray());
        Assert.Equal(head, await _store.AuditHeadAsync());
        Assert.Equal(Noon + Lease, await _store.NextDueAsync("q"));
        await MustCommit(new ChangeSet { Settled = [new QueueSettle("q", "i", claimed.Fence, new Settlement.Completed())], Audit = [Draft("m-2")] });
        Assert.Equal(2, (await _store.AuditHeadAsync()).Sequence);
    }

    [Fact]
    public async Task A_store_in_order_can_be_written() => Assert.Equal(new StoreHealth(true, null), await _store.HealthAsync());
}
