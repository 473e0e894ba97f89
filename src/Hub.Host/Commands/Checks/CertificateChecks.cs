using System.Globalization;
using System.Security.Cryptography.X509Certificates;
using Hub.Core.Adapters;
using Hub.Core.Tenants;
using Hub.Host.Configuration;
using Hub.Host.Security.Tls;

namespace Hub.Host.Commands.Checks;

/// <summary>Looks at the certificates of every tenant on the message network, and at the one of the node's own https addresses.</summary>
internal static class CertificateChecks
{
    private const string Check = "certificates";

    /// <summary>Looks.</summary>
    /// <param name="own">Where that of https addresses is; null = there are none.</param>
    /// <param name="tenants">The tenants.</param>
    /// <param name="adapters">Adapters of the installation.</param>
    /// <param name="secrets">Reads keys and files.</param>
    /// <param name="now">The time.</param>
    /// <returns>One finding for each that is wrong or ends soon, or one for all. None fails: what stops one partner's messages is no illness of the node, and must not take it out of service.</returns>
    public static IReadOnlyList<Finding> Of(TlsSettings? own, IReadOnlyList<TenantConfig> tenants, AdapterCatalogue adapters, ISecretReader secrets, DateTimeOffset now)
    {
        var uses = tenants.SelectMany(t => t.Partners.Values.SelectMany(p => adapters.Find(p.Adapter) is ICertificateHolder holder
            ? holder.Certificates(p, t, secrets).Select(u => (Whose: u.IsOwn ? t.Name : $"{t.Name}/{p.Name}", Use: u))
            : [])).ToList();
        if (own is not null && CertificateFile.Read(own, secrets) is { IsOk: true } shown)
            uses.Add(("hub.yaml", new CertificateUse("own-tls", shown.Value.Own.GetNameInfo(X509NameType.DnsName, forIssuer: false), shown.Value.Ends)));
        if (uses.Count == 0)
            return [Finding.Skipped(Check, "No tenant is on the message network, and no address is https")];
        var wrong = uses.Select(u => CertificateFinding.Of(Check, u.Use, now) is var found ? found with { Text = $"{u.Whose} {found.Text}" } : found)
            .Where(f => f.Verdict is not Verdict.Ok).Select(f => f with { Verdict = Verdict.Warning }).Distinct().ToList();
        return wrong.Count > 0 ? wrong : [Finding.Ok(Check, string.Create(CultureInfo.InvariantCulture, $"All hold, the first until {uses.Min(u => u.Use.NotAfter).UtcDateTime:yyyy-MM-dd}"))];
    }
}
