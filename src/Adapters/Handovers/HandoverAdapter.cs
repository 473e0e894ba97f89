using System.Security.Cryptography;
using System.Text;
using Hub.Core.Adapters;
using Hub.Core.Content;
using Hub.Core.Errors;
using Hub.Core.Registers;
using Hub.Core.Storage;
using Hub.Core.Tenants;

namespace Hub.Adapters.Handovers;

/// <summary>The register of handovers as a partner of the tenant: routes bring proposals and answers to it, and it tells every step to those that routes name.</summary>
public sealed class HandoverAdapter : IRegisterAdapter
{
    /// <summary>Name in tenant files.</summary>
    public const string AdapterName = "handovers";

    /// <inheritdoc/>
    public string Name => AdapterName;

    /// <inheritdoc/>
    public string RecordKind => RecordKinds.Handover;

    /// <inheritdoc/>
    public bool Reaches(PartnerConfig partner) => true;

    /// <inheritdoc/>
    public ISender Open(PartnerConfig partner, SenderContext context) => new HandoverSender(context);

    /// <inheritdoc/>
    public ParsedMessage Parse(InboundMessage input)
    {
        var read = ContentText.Read(input.Body.Span);
        if (!read.IsOk)
            return ParsedMessage.Refused(read.Errors);
        var told = read.Value;
        if (told.Content is not CareHandover)
            return ParsedMessage.Refused(HandoverErrors.NotAProposal.At());
        // A version is told again until its next step, and what is told names the parties as the tenant file has them then: its id is its fingerprint.
        var happened = new ParsedEvent(told.SourceId, told.Patient, told.Content, SHA256.HashData(Encoding.UTF8.GetBytes(told.SourceId))) { Correlation = told.Correlation };
        return new ParsedMessage([new ParsedEntry(told.SourceId, [happened], [], [])], [], false);
    }

    /// <inheritdoc/>
    public Task DueAsync(StoredRecord due, PartnerConfig partner, SenderContext context, CancellationToken cancel) =>
        context.Registers is { } registers ? new HandoverRegister(registers, context.Time).DueAsync(due, context.Tenant, partner.Name, cancel) : Task.CompletedTask;

    /// <inheritdoc/>
    public IEnumerable<HubError> Check(PartnerConfig partner, TenantConfig tenant, ISecretReader? secrets)
    {
        if (tenant.Parties.Count < 2)
            yield return ConfigErrors.Missing.At("/parties", "Handovers need at least one party beside 'self'");
    }
}
