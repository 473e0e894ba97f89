using Hub.Core.Content;
using Hub.Core.Errors;
using Hub.Core.Mappings;
using Hub.Mappings.Ledger;

namespace Hub.Mappings.Plans;

/// <summary>Mapping <c>dho.plan</c>: a version of a self-treatment plan, whole, for a vendor of home follow-up, in the form in which such a vendor sends one. The README beside this file has it.</summary>
public sealed class DhoPlanMapping : IMapping
{
    /// <summary>Name in routes.</summary>
    public const string MappingName = "dho.plan";

    /// <inheritdoc/>
    public string Name => MappingName;

    /// <inheritdoc/>
    public IReadOnlySet<ContentKind> Accepts { get; } = new HashSet<ContentKind> { ContentKind.Plan };

    /// <inheritdoc/>
    public MappingOutcome Map(Envelope envelope, MappingContext context)
    {
        if (envelope.Content is not SelfTreatmentPlan plan)
            return MappingOutcome.Failed(MappingErrors.WrongKind.At("Content"));
        if (!Hub.Fhir.Terminology.IdentifierSystems.IsNationalPatient(envelope.Patient.Id.System) || string.IsNullOrWhiteSpace(envelope.Patient.Id.Value))
            return MappingOutcome.Failed(MappingErrors.NoNationalId.At("Patient.Id"));
        var ledger = new MappingLedger(envelope);
        PlanAccount.Whole(envelope, plan, ledger);
        var id = context.Ids.For("plan").ToString("D");
        return new MappingOutcome(new OutboundDocument(Name, "application/json", DhoPlanJson.Write(plan, envelope, id), id), ledger.Lines, []);
    }
}
