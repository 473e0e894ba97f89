using Hub.Core.Storage;
using Hub.Store.Sql;
using Hub.Store.Text;

namespace Hub.Store;

/// <summary>Used proofs, one row each. The primary key decides which of two nodes was first.</summary>
internal sealed class ProofRegister(Database database) : IProofStore
{
    public Task<bool> UseProofAsync(string id, DateTimeOffset until, DateTimeOffset now, CancellationToken cancel) => database.WriteAsync(
        async session =>
        {
            var isFirst = await session.RunAsync("insert into used_proof (id, until) values ($1, $2) on conflict do nothing", CleanText.Of(id), Micros.Of(until)) == 1;
            // A repeat writes nothing, so that nobody keeps the database busy by it.
            if (isFirst)
                await session.RunAsync("delete from used_proof where until < $1", Micros.Of(now));
            return isFirst;
        },
        cancel);
}
