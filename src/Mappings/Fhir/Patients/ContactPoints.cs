using Hub.Core.Content;
using Hub.Fhir.Model;
using Hub.Mappings.Ledger;

namespace Hub.Mappings.Fhir.Patients;

/// <summary>Telephones and mail addresses. FHIR knows a few channels and uses; another word becomes <c>other</c>, or nothing, and the ledger says so.</summary>
internal static class ContactPoints
{
    private static readonly string[] Systems =
    [
        ContactPointSystem.Phone, ContactPointSystem.Fax, ContactPointSystem.Email, ContactPointSystem.Pager, ContactPointSystem.Url, ContactPointSystem.Sms, ContactPointSystem.Other,
    ];

    private static readonly string[] Uses = [ContactPointUse.Home, ContactPointUse.Work, ContactPointUse.Temp, ContactPointUse.Old, ContactPointUse.Mobile];

    /// <summary>Writes them, the one to try first with rank 1.</summary>
    public static FhirList<ContactPoint> Of(IReadOnlyList<Telecom> telecoms, string path, MappingLedger ledger)
    {
        ledger.AddIf(telecoms.Any(t => !Systems.Contains(t.System)), Line.Left($"{path}.System", "FHIR has no such channel; 'other' stands in its place"));
        ledger.AddIf(telecoms.Any(t => t.Use is { } use && !Uses.Contains(use)), Line.Left($"{path}.Use", "FHIR has no such use of a contact point"));
        return telecoms.Where(t => FhirWords.Text(t.Value) is not null).Select((t, i) => new ContactPoint
        {
            System = Systems.Contains(t.System) ? t.System : ContactPointSystem.Other,
            Value = t.Value,
            Use = t.Use is { } use && Uses.Contains(use) ? use : null,
            Rank = i + 1,
        }).ToFhirList();
    }
}
