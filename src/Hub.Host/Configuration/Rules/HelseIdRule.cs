using Hub.Core.Errors;
using Hub.Core.Identities;
using Hub.Core.Jose;

namespace Hub.Host.Configuration.Rules;

/// <summary>A client of HelseID names organisations by nine digits, and has a private key that its algorithm can use (when the check runs where the key is).</summary>
internal sealed class HelseIdRule : ITenantRule
{
    /// <inheritdoc/>
    public IEnumerable<HubError> Check(BoundTenant tenant, RuleContext context)
    {
        foreach (var partner in tenant.Config.Partners.Values)
        {
            if (partner.Auth is not { HelseId: { } helseId } auth)
                continue;
            foreach (var (number, path) in new[] { (helseId.Parent, "parent"), (helseId.Child, "child") })
            {
                if (number is { Length: > 0 } && (number.Length != 9 || !OrganizationNumber.HasForm(number)))
                    yield return tenant.Error(ConfigErrors.BadOrgnr, $"partners.{partner.Name}.auth.organization.{path}", "An organisation number has nine digits");
            }

            if (context.Secrets is not { } secrets || !SecretReader.IsReference(auth.Secret) || secrets.Read(auth.Secret) is not { IsOk: true } secret)
                continue;
            using var key = SigningKey.Read(secret.Value, helseId.Algorithm, helseId.KeyId, out var fault);
            if (fault is not null)
                yield return tenant.Error(ConfigErrors.BadValue, $"partners.{partner.Name}.auth.secret", fault);
        }
    }
}
