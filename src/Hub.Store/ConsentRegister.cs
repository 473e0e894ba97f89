using Hub.Core.Storage;
using Hub.Store.Operators;
using Hub.Store.Sql;
using Hub.Store.Text;

namespace Hub.Store;

/// <summary>Consents as they stand and as they were.</summary>
internal sealed class ConsentRegister(Database database, AuditLog audit) : IConsentStore
{
    private const string Set = """
        insert into consent (tenant, patient_key, purpose, granted) values ($1, $2, $3, $4)
        on conflict (tenant, patient_key, purpose) do update set granted = excluded.granted
        """;

    public Task<IReadOnlySet<string>> GrantedAsync(string tenant, Guid patientKey, CancellationToken cancel) => database.ReadAsync(
        async session =>
        {
            var purposes = await session.ListAsync(
                r => r.GetString(0), "select purpose from consent where tenant = $1 and patient_key = $2 and granted = 1", CleanText.Of(tenant), patientKey);
            return (IReadOnlySet<string>)purposes.ToHashSet(StringComparer.Ordinal);
        },
        cancel);

    public Task SetAsync(ConsentChange change, CancellationToken cancel) => database.WriteAsync(
        async session =>
        {
            var (tenant, purpose, granted) = (CleanText.Of(change.Tenant), CleanText.Of(change.Purpose), (short)(change.Granted ? 1 : 0));
            await session.RunAsync(Set, tenant, change.PatientKey, purpose, granted);
            await session.RunAsync(
                "insert into consent_history (tenant, patient_key, purpose, granted, at, who) values ($1, $2, $3, $4, $5, $6)",
                tenant,
                change.PatientKey,
                purpose,
                granted,
                Micros.Of(change.At),
                CleanText.Of(change.By));
            await audit.AppendAsync(session, new AuditEntry(change.At, change.By, change.Granted ? "consent.give" : "consent.withdraw", change.Tenant, change.Purpose, null));
            return true;
        },
        cancel);
}
