using Hub.Core.Storage;
using Xunit;
using static Hub.ContractTests.Store.Samples;

namespace Hub.ContractTests.Store;

/// <summary>What only a database has to keep to.</summary>
public abstract class RecordSchemaContract(Func<Task<TestDatabase>> create) : StoreContract(create)
{
    private static NewRecord Plan => new("larvik", RecordKinds.Plan, "p", 1, Noon, "kari", new byte[] { 1 });

    /// <summary>A database as the second version left it: what the third added is taken out again.</summary>
    [Fact]
    public async Task Should_bring_a_database_of_the_second_schema_up_to_date_and_go_on_with_its_rows()
    {
        await Store.TakeAsync("node-1", [3], None);
        var ids = await AcceptDueAsync("a", "b");
        await Store.CommitAsync([Delivered(ids[0])], None);
        await Store.DisposeAsync();
        await Downgrade.ToAsync(Database, 2);

        await ReopenAsync();
        Assert.Equal(ids[1], Assert.Single(await LoadAsync()).Row.Id);
        Assert.True(await Store.AppendAsync(Plan, None));
        Assert.Equal(1, (await Store.LatestAsync("larvik", RecordKinds.Plan, "p", None))!.Version);
        await ReopenAsync();
        Assert.Single(await Store.HistoryAsync("larvik", RecordKinds.Plan, "p", None));
    }

    /// <summary>Conflicts of plans that the ninth version kept wait since they came; those that are over do not.</summary>
    [Fact]
    public async Task Should_make_open_conflicts_due_since_they_came()
    {
        var conflict = Plan with { Kind = RecordKinds.PlanConflict, State = "conflict" };
        Assert.True(await Store.AppendAsync(conflict with { Key = "p.1" }, None));
        Assert.True(await Store.AppendAsync(conflict with { Key = "p.2" }, None));
        Assert.True(await Store.AppendAsync(conflict with { Key = "p.2", Version = 2, At = Noon.AddHours(1), State = "settled" }, None));
        await Store.DisposeAsync();
        await Downgrade.ToAsync(Database, 9);

        await ReopenAsync();
        var due = Assert.Single(await Store.DueAsync([RecordKinds.PlanConflict], Noon, 10, None));
        Assert.Equal(("p.1", Noon), (due.Key, due.Due));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Should_write_nothing_when_its_audit_entry_cannot_be_written(bool keepHistory)
    {
        Assert.True(await Store.AppendAsync(Plan with { Due = Noon }, None));
        await Database.RunAsync("alter table audit rename to audit_gone");
        var audited = Plan with { Version = 2, KeepHistory = keepHistory, Audit = new AuditEntry(Noon, "kari", "plan.write", "larvik", "p", null) };
        await Assert.ThrowsAnyAsync<Exception>(() => Store.AppendAsync(audited, None));
        await Assert.ThrowsAnyAsync<Exception>(() => Store.AppendAsync(audited with { Version = 1, Key = "q" }, None));

        Assert.Equal(1, Assert.Single(await Store.HistoryAsync("larvik", RecordKinds.Plan, "p", None)).Version);
        Assert.Single(await Store.DueAsync([RecordKinds.Plan], Noon, 10, None));
        Assert.Null(await Store.LatestAsync("larvik", RecordKinds.Plan, "q", None));
    }

    [Fact]
    public async Task Should_store_text_that_no_database_can_hold()
    {
        Assert.True(await Store.AppendAsync(Plan with { Key = "p\0", Who = "k\ud800", State = "s\0" }, None));
        var read = (await Store.LatestAsync("larvik", RecordKinds.Plan, "p\0", None))!;
        Assert.Equal(("p\ufffd", "k\ufffd", "s\ufffd"), (read.Key, read.Who, read.State));
        Assert.Single(await Store.FindAsync(new RecordFilter("larvik", RecordKinds.Plan) { State = "s\0" }, None));
        Assert.True(await Store.AppendAsync(Plan with { Key = "p\0", Version = 2 }, None));
    }
}
