using Hub.Core.Adapters;
using Hub.Core.Storage;
using Hub.Core.Tenants;

namespace Hub.Adapters.Plans;

/// <summary>The register of shared self-treatment plans, one for each tenant: everybody's edits come to it by routes, and every new version goes from it to everybody else. README.md beside this file has the rules.</summary>
public sealed class PlansAdapter : IRegisterAdapter
{
    /// <summary>Name in tenant files.</summary>
    public const string AdapterName = "plans";

    /// <inheritdoc/>
    public string Name => AdapterName;

    /// <inheritdoc/>
    public string RecordKind => RecordKinds.Plan;

    /// <inheritdoc/>
    public bool Reaches(PartnerConfig partner) => true;

    /// <inheritdoc/>
    public ISender Open(PartnerConfig partner, SenderContext context) => new PlansSender(context);

    /// <inheritdoc/>
    public ParsedMessage Parse(InboundMessage input) => PlanNotice.Read(input);

    /// <inheritdoc/>
    public Task DueAsync(StoredRecord due, PartnerConfig partner, SenderContext context, CancellationToken cancel) =>
        context.Registers is { } registers ? new PlanTelling(registers, partner, context.Time).TellAsync(due, cancel) : Task.CompletedTask;
}
