using System.Security.Cryptography;
using Hub.Core.Adapters;
using Hub.Core.Identities;
using Hub.Core.Storage;
using Hub.Core.Tenants;

namespace Hub.Host.Polling;

/// <summary>Keeps what was refused for good, each piece once however often it is fetched.</summary>
internal sealed class RefusedRegister(IRecordStore records, IBodyVault vault, TimeProvider time)
{
    /// <summary>Keeps a piece. Durable when it returns.</summary>
    /// <param name="partner">Who it came from.</param>
    /// <param name="item">What was fetched.</param>
    /// <param name="verdict">Why it was refused; at least one error.</param>
    /// <param name="cancel">Gives up waiting.</param>
    /// <returns>True when it is kept now, false when it was before.</returns>
    public async Task<bool> KeepAsync(PartnerConfig partner, FeedItem item, FeedVerdict verdict, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        var refused = new RefusedInput(item.Label, item.MediaType, partner.Name, now, verdict.Taken, verdict.Errors) { Body = item.Body };
        var key = KeyOf(partner, item);
        return await records.AppendAsync(
            new NewRecord(partner.Tenant, RecordKinds.Refused, key, 1, now, partner.Name, refused.Seal(partner.Tenant, vault))
            {
                State = refused.Code,
                Audit = new AuditEntry(now, partner.Name, "input.refused", partner.Tenant, key, refused.Code),
            },
            cancel);
    }

    /// <summary>The key prefix of a partner's pieces.</summary>
    /// <param name="partner">Name of the partner; it has no point in it.</param>
    /// <returns>The prefix.</returns>
    public static string PrefixOf(string partner) => partner + ".";

    // A keyed hash: a short message could be guessed from a plain one.
    private string KeyOf(PartnerConfig partner, FeedItem item)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(item.Body.Span));
        return PrefixOf(partner.Name) + vault.PatientKey(partner.Tenant, new Identifier("refused input", hash)).ToString("N");
    }
}
