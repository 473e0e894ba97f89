using Hub.Kith.Types;

namespace Hub.Kith.Xml;

/// <summary>
/// Reads persons, professionals, organisations and their parts. The children of Ident, Address and TeleCom are read in whatever namespace they
/// stand: MsgHead's own, or felleskomponent 1 under dialogmelding and PLO.
/// </summary>
public static class PartyReading
{
    /// <summary>This element as an identifier.</summary>
    /// <param name="element">The element.</param>
    public static Ident AsIdent(this KithElement element)
    {
        var inner = element.Content();
        var ident = new Ident(inner.RequiredText("Id"), inner.Required("TypeId")?.AsCv() ?? new CV(null, null, null));
        inner.Done();
        return ident;
    }

    /// <summary>This element as an address.</summary>
    /// <param name="element">The element.</param>
    public static Address AsAddress(this KithElement element)
    {
        var inner = element.Content();
        var address = new Address
        {
            Type = inner.Cs("Type"),
            StreetAdr = inner.Text("StreetAdr"),
            PostalCode = inner.Text("PostalCode"),
            City = inner.Text("City"),
            Postbox = inner.Text("Postbox"),
            County = inner.Cs("County"),
            Country = inner.Cs("Country"),
        };
        inner.Done();
        return address;
    }

    /// <summary>This element as an address of telecommunication.</summary>
    /// <param name="element">The element.</param>
    public static TeleCom AsTeleCom(this KithElement element)
    {
        var inner = element.Content();
        var tele = new TeleCom(inner.Cs("TypeTelecom"), inner.Required("TeleAddress")?.V());
        inner.Done();
        return tele;
    }

    /// <summary>All Ident children.</summary>
    /// <param name="parent">The element.</param>
    public static IReadOnlyList<Ident> Idents(this KithElement parent) => [.. parent.All("Ident").Select(AsIdent)];

    /// <summary>All TeleCom children.</summary>
    /// <param name="parent">The element.</param>
    public static IReadOnlyList<TeleCom> TeleComs(this KithElement parent) => [.. parent.All("TeleCom").Select(AsTeleCom)];

    /// <summary>This element as a person or patient; names in any order.</summary>
    /// <param name="element">The element.</param>
    public static Person AsPerson(this KithElement element)
    {
        var person = new Person
        {
            FamilyName = element.Text("FamilyName"),
            MiddleName = element.Text("MiddleName"),
            GivenName = element.Text("GivenName"),
            DateOfBirth = element.Time("DateOfBirth"),
            Sex = element.Cs("Sex"),
            Nationality = element.Cs("Nationality"),
            Idents = element.Idents(),
            Address = element.One("Address")?.AsAddress(),
            TeleComs = element.TeleComs(),
        };
        element.Done();
        return person;
    }

    /// <summary>This element as a professional.</summary>
    /// <param name="element">The element.</param>
    public static HealthcareProfessional AsProfessional(this KithElement element)
    {
        var professional = new HealthcareProfessional
        {
            TypeHealthcareProfessional = element.Cs("TypeHealthcareProfessional"),
            RoleToPatient = element.Cv("RoleToPatient"),
            FamilyName = element.Text("FamilyName"),
            MiddleName = element.Text("MiddleName"),
            GivenName = element.Text("GivenName"),
            DateOfBirth = element.Time("DateOfBirth"),
            Sex = element.Cs("Sex"),
            Nationality = element.Cs("Nationality"),
            Idents = element.Idents(),
            Address = element.One("Address")?.AsAddress(),
            TeleComs = element.TeleComs(),
        };
        element.Done();
        return professional;
    }

    /// <summary>This element as an organisation with everything inside it. The element's children may stand in felleskomponent 1 although it does not itself.</summary>
    /// <param name="element">The element.</param>
    public static Organisation AsOrganisation(this KithElement element)
    {
        var inner = element.Content();
        var organisation = new Organisation
        {
            Name = inner.Text("OrganisationName"),
            Type = inner.Cv("TypeOrganisation"),
            Idents = inner.Idents(),
            Address = inner.One("Address")?.AsAddress(),
            TeleComs = inner.TeleComs(),
            Inner = inner.One("Organisation")?.AsOrganisation(),
            Professional = inner.One("HealthcareProfessional")?.AsProfessional(),
        };
        inner.Done();
        return organisation;
    }
}
