using Hub.Core.Content;
using Hub.Mappings.Fhir;

namespace Hub.Mappings.Letters;

/// <summary>Parties in words. The patient's own number stands in the head of the document and nowhere in the text.</summary>
internal static class Parties
{
    public static string Of(Party party) => party.Role == PartyRole.Patient
        ? FhirWords.Text(party.Name) is { } name ? $"{name} (pasienten)" : "Pasienten"
        : FhirParties.InWords(party);

    public static string Of(IEnumerable<Party> parties) => string.Join(", ", parties.Select(Of));
}
