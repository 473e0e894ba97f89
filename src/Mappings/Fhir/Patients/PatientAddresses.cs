using System.Text.Json;
using Hub.Core.Content;
using Hub.Fhir.Model;

namespace Hub.Mappings.Fhir.Patients;

/// <summary>Addresses by no-basis-Address. The municipality number stands on <c>district</c>, which has no text of its own, as the extension no-basis-municipalitycode.</summary>
public static class PatientAddresses
{
    private const string MunicipalityCode = "http://hl7.no/fhir/StructureDefinition/no-basis-municipalitycode";

    // The preferred name of the list in no-basis' NamingSystem "kommunenummer"; Volven calls it 3402.
    private const string Municipalities = "https://register.geonorge.no/sosi-kodelister/kommunenummer";

    /// <summary>Uses of an address that FHIR R4 has.</summary>
    public static IReadOnlyList<string> Uses { get; } = [AddressUse.Home, AddressUse.Work, AddressUse.Temp, AddressUse.Old, AddressUse.Billing];

    /// <summary>Writes one.</summary>
    /// <param name="address">The address; one that may be passed on.</param>
    /// <returns>The address, null when it says nothing.</returns>
    public static Address? Of(PostalAddress address)
    {
        var written = new Address
        {
            Use = address.Use is { } use && Uses.Contains(use) ? use : null,
            Line = address.Lines.Select(FhirWords.Text).OfType<string>().ToFhirList(),
            City = FhirWords.Text(address.City),
            PostalCode = FhirWords.Text(address.PostalCode),
            Rest = FhirWords.Text(address.MunicipalityCode) is { } code ? [new RawElement("_district", District(code))] : [],
        };
        return written == new Address() || written == new Address { Use = written.Use } ? null : written;
    }

    private static string District(string code) =>
        $$$"""{"extension":[{"url":"{{{MunicipalityCode}}}","valueCoding":{"system":"{{{Municipalities}}}","code":{{{JsonSerializer.Serialize(code)}}}}}]}""";
}
