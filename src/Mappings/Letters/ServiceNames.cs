namespace Hub.Mappings.Letters;

/// <summary>Names of the services of Volven 9151.</summary>
internal static class ServiceNames
{
    /// <summary>The list.</summary>
    public const string List = "urn:oid:2.16.578.1.12.4.1.1.9151";

    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal)
    {
        ["1"] = "Praktisk bistand - daglige gjøremål",
        ["2"] = "Praktisk bistand - opplæring - daglige gjøremål",
        ["3"] = "Praktisk bistand - brukerstyrt - personlig assistanse",
        ["4"] = "Dagaktivitetstilbud",
        ["5"] = "Matombringing",
        ["6"] = "Trygghetsalarm",
        ["7"] = "Avlastning utenfor institusjon",
        ["8"] = "Avlastning i institusjon",
        ["9"] = "Støttekontakt",
        ["11"] = "Omsorgsstønad",
        ["14"] = "Planlagte tiltak",
        ["15"] = "Helsetjenester i hjemmet",
        ["17"] = "Dagopphold i institusjon",
        ["18"] = "Tidsbegrenset opphold - utredning/behandling",
        ["19"] = "Tidsbegrenset opphold - habilitering/rehabilitering",
        ["20"] = "Tidsbegrenset opphold - annet",
        ["21"] = "Langtidsopphold i institusjon",
        ["22"] = "Nattopphold i institusjon",
        ["23"] = "Skadeavvergende tiltak i nødssituasjoner",
        ["24"] = "Helsehjelp med tvang",
        ["25"] = "Kommunal øyeblikkelig hjelp - døgnopphold",
        ["26"] = "Lokaliseringsteknologi (GPS)",
        ["27"] = "Elektronisk medisineringsstøtte",
        ["28"] = "Digitalt tilsyn",
        ["29"] = "Bolig som kommunen disponerer for helse- og omsorgsformål",
    };

    /// <summary>The name of a code, null when the list has none.</summary>
    public static string? Of(string code) => Names.GetValueOrDefault(code);

    /// <summary>Whether a code is of this list: it says so, or names no list.</summary>
    public static bool IsListed(Hub.Core.Content.Coding service) => string.IsNullOrWhiteSpace(service.System) || service.System == List;
}
