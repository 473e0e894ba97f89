using Hub.Core.Content;
using Hub.Core.Identities;

namespace Hub.UnitTests.Mappings;

/// <summary>Personalia, plain and rich, open and protected.</summary>
internal static class SamplePersonalia
{
    private static readonly DateTimeOffset At = new(2026, 3, 1, 9, 14, 55, TimeSpan.FromHours(1));

    public static IEnumerable<(string Name, HomeContent Content)> All()
    {
        yield return ("personalia-bare", new Personalia(new ClinicalTime(At)));
        yield return ("personalia-day", new Personalia(new ClinicalTime(At, TimePrecision.Day)) { BirthDate = "1969", Gender = "kvinne", Addresses = [new PostalAddress([], null, null, "home")] });
        foreach (var protection in Enum.GetValues<AddressProtection>())
            yield return ($"personalia-{protection}", Rich() with { Protection = protection });
    }

    public static Personalia Rich() => new(new ClinicalTime(At))
    {
        Given = "Line",
        Middle = "Solberg",
        Family = "Danser",
        BirthDate = "1969-11-13",
        Gender = "female",
        Deceased = true,
        Addresses = [new PostalAddress(["Storgata 1"], "3256", "Larvik", "home", "3909")],
        Telecoms = [new Telecom("phone", "+4790000001", "mobile"), new Telecom("x", "y", "z")],
        Language = "nb",
        Contacts = [new ContactPerson("Kari Danser", "datter", [new Telecom("phone", "+4790000002")], NextOfKin: true, HasKey: true), new ContactPerson("Ola Nabo", null, [])],
        KeyBox = "Til høyre for døren",
        Services = [new GrantedService(new Coding(null, "dho", "Digital hjemmeoppfølging"), At, null)],
        GeneralPractitioner = new Party(PartyRole.Practitioner, new Identifier(IdentifierSystems.Hpr, "9999999"), "Per Lege"),
        GeneralPractitionerHer = 59,
    };
}
