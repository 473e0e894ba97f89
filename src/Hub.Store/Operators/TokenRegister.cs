using System.Data.Common;
using Hub.Core.Errors;
using Hub.Core.Storage;
using Hub.Store.Sql;
using Hub.Store.Text;

namespace Hub.Store.Operators;

/// <summary>The tokens that were issued.</summary>
internal sealed class TokenRegister(Database database, AuditLog audit) : ITokenStore
{
    private const string Columns = "select name, hash, role, tenant, partner, issued, expires, revoked from token";

    public Task<Result<IssuedToken>> IssueAsync(IssuedToken token, OperatorAct act, CancellationToken cancel) => database.WriteAsync(
        async session =>
        {
            var added = await session.RunAsync(
                "insert into token (name, hash, role, tenant, partner, issued, expires) values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing",
                CleanText.Of(token.Name),
                token.Hash,
                token.Role,
                CleanText.OrNull(token.Tenant),
                CleanText.OrNull(token.Partner),
                Micros.Of(token.IssuedAt),
                Micros.Of(token.ExpiresAt));
            if (added == 0)
                return (Result<IssuedToken>)OperatorErrors.NameTaken.At();
            await audit.AppendAsync(session, new AuditEntry(act.At, act.Who, "token.issue", token.Tenant, token.Name, act.Reason));
            return token;
        },
        cancel);

    public Task<IReadOnlyList<IssuedToken>> TokensAsync(DateTimeOffset? validAt, CancellationToken cancel) => database.ReadAsync(
        async session => (IReadOnlyList<IssuedToken>)(validAt is { } at
            ? await session.ListAsync(Read, Columns + " where revoked is null and expires > $1 order by issued desc, name", Micros.Of(at))
            : await session.ListAsync(Read, Columns + " order by issued desc, name")),
        cancel);

    public Task<Result<IssuedToken>> RevokeAsync(string name, OperatorAct act, CancellationToken cancel) => database.WriteAsync(
        async session =>
        {
            var clean = CleanText.Of(name);
            if (await session.RunAsync("update token set revoked = $1 where name = $2 and revoked is null", Micros.Of(act.At), clean) == 0)
                return (Result<IssuedToken>)OperatorErrors.NoToken.At();
            var token = (await session.FirstAsync(Read, Columns + " where name = $1", clean))!;
            await audit.AppendAsync(session, new AuditEntry(act.At, act.Who, "token.revoke", token.Tenant, token.Name, act.Reason));
            return token;
        },
        cancel);

    private static IssuedToken Read(DbDataReader r) =>
        new(r.GetString(0), r.GetString(1), r.GetString(2), r.Text(3), r.Text(4), r.Time(5), r.Time(6), r.IsDBNull(7) ? null : r.Time(7));
}
