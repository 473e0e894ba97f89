using System.Globalization;
using Hub.Core.Deliveries;
using Hub.Core.Storage;
using Hub.Store.Sql;
using Hub.Store.Text;

namespace Hub.Store.Operators;

/// <summary>Follows the audit log for deliveries that were held or taken out: an act and its entry are one transaction, and entries are numbered in the order of their commits. Reads by an index that holds these entries alone, so that a look costs nothing of what treaters and operators only look at.</summary>
internal sealed class WithdrawalReader(Database database) : IWithdrawalStore
{
    /// <summary>Condition of the index, and to the letter of what is asked: only then do the databases use it.</summary>
    public const string IsWithdrawal = "action in ('delivery.park', 'delivery.discard')";

    private const int Page = 1000;

    private static readonly string Entries = string.Create(CultureInfo.InvariantCulture, $"select seq, target from audit where seq > $1 and {IsWithdrawal} order by seq limit {Page}");

    private readonly string _rows =
        $"select {WorkColumns.OfRow} from delivery d join message m on m.id = {DeliveryKey.MessageOf("d.id")} where d.state in (5, 6) and d.id "
        + string.Format(CultureInfo.InvariantCulture, database.Dialect.Among, "$1");

    public Task<Withdrawals> WithdrawnAsync(long? after, CancellationToken cancel) => database.ReadAsync(session => ReadAsync(session, after), cancel);

    // Where nothing was found the next look begins at the same place: what lies between is in no index, and costs nothing.
    private async Task<Withdrawals> ReadAsync(Session session, long? after)
    {
        if (after is not { } position)
            return new Withdrawals(await session.FirstAsync(r => r.GetInt64(0), "select seq from audit_head where id = 1"), [], false);
        var entries = await session.ListAsync(r => (Seq: r.GetInt64(0), Target: r.Text(1)), Entries, position);
        if (entries.Count == 0)
            return new Withdrawals(position, [], false);
        var ids = new HashSet<long>();
        foreach (var entry in entries)
        {
            if (DeliveryId.TryParse(entry.Target ?? "", out var id))
                ids.Add(DeliveryKey.Of(id));
        }

        var rows = ids.Count == 0 ? [] : await session.ListAsync(r => WorkColumns.Row(r), _rows, ids.ToArray());
        return new Withdrawals(entries[^1].Seq, rows, entries.Count == Page);
    }
}
