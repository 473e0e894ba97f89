using Hub.Core.Content;
using Hub.Core.Errors;
using Hub.Core.Mappings;
using Hub.Mappings.Ledger;

namespace Hub.Mappings.Dho;

/// <summary>Mapping <c>dho.personalia</c>: who a patient is, for a vendor of home follow-up. A protected address is never passed on. The README beside this file has the form.</summary>
public sealed class PersonaliaMapping : IMapping
{
    /// <summary>Name in routes.</summary>
    public const string MappingName = "dho.personalia";

    /// <inheritdoc/>
    public string Name => MappingName;

    /// <inheritdoc/>
    public IReadOnlySet<ContentKind> Accepts { get; } = new HashSet<ContentKind> { ContentKind.Personalia };

    /// <inheritdoc/>
    public MappingOutcome Map(Envelope envelope, MappingContext context)
    {
        if (envelope.Content is not Personalia personalia)
            return MappingOutcome.Failed(MappingErrors.WrongKind.At("Content"));
        if (!Hub.Fhir.Terminology.IdentifierSystems.IsNationalPatient(envelope.Patient.Id.System) || string.IsNullOrWhiteSpace(envelope.Patient.Id.Value))
            return MappingOutcome.Failed(MappingErrors.NoNationalId.At("Patient.Id"));
        var named = !(context.Target.Options.TryGetValue("patientName", out var option) && option == "omit");
        var ledger = new MappingLedger(envelope);
        PersonaliaAccount.Write(personalia, envelope, named, ledger);
        var id = context.Ids.For("personalia").ToString("D");
        return new MappingOutcome(new OutboundDocument(Name, "application/json", PersonaliaJson.Write(personalia, envelope, named, id), id), ledger.Lines, []);
    }
}
