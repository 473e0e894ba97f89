using System.Globalization;
using System.Xml.Linq;
using Hub.Kith.Types;

namespace Hub.Simulators.Profil;

/// <summary>Writes a user's card.</summary>
internal static class CardWriter
{
    private static readonly XNamespace Space = ProfilVerdict.Space;

    public static XElement Write(ProfilUser user, int number) => new(
        Space + "brukerkort",
        new XAttribute("nr", number),
        Text("fodselsnummer", user.NationalId),
        Instant("endret", user.Changed),
        Text("fornavn", user.Given),
        Text("etternavn", user.Family),
        Text("fodt", user.Born),
        Text("kjonn", user.Gender?.ToString(CultureInfo.InvariantCulture)),
        Text("dod", "false"),
        Text("adressesperre", user.Protection.ToString(CultureInfo.InvariantCulture)),
        user.Street is null ? null : new XElement(Space + "adresse", new XAttribute("type", 1), Text("linje", user.Street), Text("postnr", user.PostalCode), Text("poststed", user.City)),
        user.Mobile is null ? null : Contact(2, user.Mobile),
        Text("sprak", "nb"),
        user.Relative is null ? null : new XElement(
            Space + "parorende",
            new XAttribute("nermeste", true),
            new XAttribute("harNokkel", false),
            Text("navn", user.Relative),
            user.RelativePhone is null ? null : Contact(2, user.RelativePhone)),
        Text("nokkelboks", user.KeyBox),
        user.Services.Select(s => new XElement(
            Space + "tjeneste",
            new XAttribute("kode", s),
            new XAttribute("system", "http://ehelse.no/fhir/CodeSystem/vkp-service"),
            Instant("fra", user.Changed))),
        user.Doctor is null ? null : new XElement(
            Space + "fastlege", new XAttribute("navn", user.Doctor), user.DoctorHer is { } her ? new XAttribute("her", her) : null));

    /// <summary>An instant as Norwegian local time.</summary>
    public static XElement Instant(string name, DateTimeOffset at)
    {
        var offset = NorwegianTime.OffsetAt(at);
        return new XElement(Space + name, new XAttribute("sommertid", offset.Hours == 2), at.ToOffset(offset).ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture));
    }

    private static XElement? Text(string name, string? text) => text is null ? null : new XElement(Space + name, text);

    private static XElement Contact(int type, string value) => new(Space + "kontakt", new XAttribute("type", type), new XAttribute("verdi", value));
}
