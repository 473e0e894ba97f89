using Hub.Core.Content;
using Hub.Core.Errors;
using Hub.Core.Identities;

namespace Hub.Adapters.Profil.Reading;

/// <summary>Who a user of the municipality's services is (<c>brukerkort</c>).</summary>
internal static class CardReader
{
    /// <summary>Number series of the journal's own user numbers.</summary>
    public const string UserNumbers = "urn:hub:profil-like:brukernr";

    private static readonly (string, bool)[] YesNo = [("true", true), ("1", true), ("false", false), ("0", false)];

    private static readonly (string, AddressProtection)[] Protections =
        [("0", AddressProtection.None), ("6", AddressProtection.StrictlyConfidential), ("7", AddressProtection.Confidential)];

    /// <summary>Reads a card.</summary>
    /// <param name="card">The element.</param>
    /// <param name="changed">When it was read or changed; null = as the card says.</param>
    /// <returns>The patient and what is known; null when the number is at fault.</returns>
    public static (Patient Patient, Personalia Personalia)? Read(XmlNode card, DateTimeOffset? changed)
    {
        var id = PatientNumber.Read(card);
        var number = card.Attribute("nr");
        var at = card.Child("endret", required: true)?.Instant();
        var (given, middle, family) = (card.Text("fornavn", longest: 200), card.Text("mellomnavn", longest: 200), card.Text("etternavn", longest: 200));
        var personalia = new Personalia(new ClinicalTime(changed ?? at ?? default))
        {
            Given = given,
            Middle = middle,
            Family = family,
            BirthDate = Date(card),
            Gender = card.TextCode<int>("kjonn", ("1", 1), ("2", 2), ("9", 9)) switch { 1 => "male", 2 => "female", 9 => "other", _ => null },
            Deceased = card.TextCode<bool>("dod", YesNo) ?? false,
            Protection = card.TextCode("adressesperre", Protections) ?? AddressProtection.None,
            Addresses = [.. card.Children("adresse").Select(Address)],
            Telecoms = [.. card.Children("kontakt").Select(Telecom).OfType<Telecom>()],
            Language = card.Text("sprak", longest: 20),
            Contacts = [.. card.Children("parorende").Select(Contact).OfType<ContactPerson>()],
            KeyBox = card.Text("nokkelboks", longest: 500),
            Services = [.. card.Children("tjeneste").Select(Service).OfType<GrantedService>()],
        };
        var doctor = card.Child("fastlege");
        personalia = personalia with { GeneralPractitioner = Doctor(doctor), GeneralPractitionerHer = (int?)doctor?.Number("her") };
        doctor?.Close();
        card.Close();
        if (id is null || at is null)
            return null;
        var name = string.Join(' ', new[] { given, middle, family }.Where(n => n is not null));
        return (new Patient(id, name.Length > 0 ? name : null, number is null ? [] : [new Identifier(UserNumbers, number)]), personalia);
    }

    private static string? Date(XmlNode card)
    {
        var text = card.Text("fodt");
        if (text is null || DateOnly.TryParseExact(text, "yyyy-MM-dd", out _))
            return text;
        card.Fail(IntakeErrors.BadFormat, "fodt", "A date such as 1950-04-02 is expected here.");
        return null;
    }

    private static PostalAddress Address(XmlNode address)
    {
        var use = address.Attribute("type") switch { "1" => "home", "2" => "temp", _ => null };
        var read = new PostalAddress(
            [.. address.Children("linje").Select(l => l.Value(200)).OfType<string>()], address.Text("postnr"), address.Text("poststed"), use, address.Text("kommunenr"));
        address.Close();
        return read;
    }

    private static Telecom? Telecom(XmlNode contact)
    {
        var (type, value) = (contact.Attribute("type", required: true), contact.Attribute("verdi", required: true, longest: 200));
        contact.Close();
        return value is null ? null : type switch
        {
            "1" => new Telecom("phone", value, "home"),
            "2" => new Telecom("phone", value, "mobile"),
            "3" => new Telecom("email", value),
            _ => new Telecom("other", value),
        };
    }

    private static ContactPerson? Contact(XmlNode relative)
    {
        var (nearest, key) = (relative.Code<bool>("nermeste", false, YesNo), relative.Code<bool>("harNokkel", false, YesNo));
        var (name, relation) = (relative.Text("navn", required: true, longest: 500), relative.Text("relasjon", longest: 200));
        var telecoms = relative.Children("kontakt").Select(Telecom).OfType<Telecom>().ToArray();
        relative.Close();
        return name is null ? null : new ContactPerson(name, relation, telecoms, nearest ?? false, key ?? false);
    }

    private static GrantedService? Service(XmlNode service)
    {
        var code = service.Attribute("kode", required: true, longest: 100);
        var read = code is null ? null : new GrantedService(
            new Coding(service.Attribute("system"), code, service.Attribute("navn")), service.Child("fra")?.Instant(), service.Child("til")?.Instant());
        service.Close();
        return read;
    }

    private static Party? Doctor(XmlNode? doctor)
    {
        var (name, hpr) = (doctor?.Attribute("navn"), doctor?.Attribute("hpr"));
        return name is null && hpr is null ? null : new Party(PartyRole.Practitioner, hpr is null ? null : new Identifier(IdentifierSystems.Hpr, hpr), name);
    }
}
