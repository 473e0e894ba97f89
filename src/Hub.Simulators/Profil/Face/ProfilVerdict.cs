using System.Globalization;
using System.Xml.Linq;

namespace Hub.Simulators.Profil;

/// <summary>What the journal answers.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Body">The body.</param>
internal sealed record ProfilVerdict(int Status, XElement Body)
{
    public static XNamespace Space { get; } = "urn:hub:profil-like:4";

    /// <summary>The error number; 0 for none.</summary>
    public int Code => Body.Name.LocalName == "feil" ? int.Parse(Body.Attribute("feilkode")!.Value, CultureInfo.InvariantCulture) : 0;

    public static ProfilVerdict Ok(XElement body) => new(200, body);

    public static ProfilVerdict Receipt(int number, bool again) =>
        new(again ? 200 : 201, new XElement(Space + "kvittering", new XAttribute("nr", number), again ? new XAttribute("gjentatt", "true") : null));

    public static ProfilVerdict Error(int code, string? field = null, params XAttribute?[] more) =>
        new(StatusOf(code), new XElement(Space + "feil", new XAttribute("feilkode", code), field is null ? null : new XAttribute("felt", field), new XAttribute("tekst", Text(code)), more));

    private static int StatusOf(int code) => code switch
    {
        1001 or 1002 => 401,
        1003 or 1004 => 403,
        1101 => 400,
        2001 or 2003 => 404,
        2002 => 422,
        3001 or 3002 or 3005 => 409,
        3003 => 423,
        3004 => 410,
        4001 => 400,
        5001 => 500,
        5002 => 503,
        5003 => 429,
        _ => 422,
    };

    private static string Text(int code) => code switch
    {
        1001 => "Økt mangler",
        1002 => "Økten er utløpt",
        1003 => "Ukjent klient eller feil hemmelighet",
        1101 => "Versjonen støttes ikke",
        2001 => "Ukjent bruker",
        2002 => "Brukeren har ikke tjenesten",
        2003 => "Ukjent tiltak",
        3001 => "Tiltaket finnes fra før",
        3002 => "Ekstern id er brukt om noe annet",
        3003 => "Journalen er lukket for redigering",
        3004 => "Tiltaket er avsluttet",
        3005 => "Planen er endret siden",
        4001 => "Ugyldig XML",
        4002 => "Ukjent kode",
        4003 => "Felt mangler",
        5001 => "Midlertidig feil",
        5002 => "Vedlikehold pågår",
        _ => "Feil",
    };
}
