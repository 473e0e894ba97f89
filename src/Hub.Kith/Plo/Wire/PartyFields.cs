using Hub.Kith.Types;

namespace Hub.Kith.Plo.Wire;

/// <summary>Fields of persons, professionals and organisations as felleskomponent 1 orders them; the order differs from MsgHead's.</summary>
internal static class PartyFields
{
    public static Person Person(PloFields f, Person? x) => new()
    {
        FamilyName = f.Text("FamilyName", x?.FamilyName),
        MiddleName = f.Text("MiddleName", x?.MiddleName),
        GivenName = f.Text("GivenName", x?.GivenName),
        DateOfBirth = f.Date("DateOfBirth", x?.DateOfBirth),
        Sex = f.Cs("Sex", x?.Sex),
        Nationality = f.Cs("Nationality", x?.Nationality),
        Idents = f.Parts("Ident", x?.Idents, Ident),
        Address = f.Part("Address", x?.Address, Address),
        TeleComs = f.Parts("TeleCom", x?.TeleComs, TeleCom),
    };

    public static HealthcareProfessional Professional(PloFields f, HealthcareProfessional? x) => new()
    {
        TypeHealthcareProfessional = f.Cs("TypeHealthcareProfessional", x?.TypeHealthcareProfessional),
        RoleToPatient = f.Cv("RoleToPatient", x?.RoleToPatient),
        FamilyName = f.Text("FamilyName", x?.FamilyName),
        MiddleName = f.Text("MiddleName", x?.MiddleName),
        GivenName = f.Text("GivenName", x?.GivenName),
        DateOfBirth = f.Date("DateOfBirth", x?.DateOfBirth),
        Sex = f.Cs("Sex", x?.Sex),
        Nationality = f.Cs("Nationality", x?.Nationality),
        Idents = f.Parts("Ident", x?.Idents, Ident, required: true),
        Address = f.Part("Address", x?.Address, Address),
        TeleComs = f.Parts("TeleCom", x?.TeleComs, TeleCom),
    };

    public static Organisation Unit(PloFields f, Organisation? x) => new()
    {
        Type = f.Cv("TypeOrganisation", x?.Type),
        Name = f.Text("OrganisationName", x?.Name, required: true),
        Idents = f.Parts("Ident", x?.Idents, Ident, required: true),
        Address = f.Part("Address", x?.Address, Address),
        TeleComs = f.Parts("TeleCom", x?.TeleComs, TeleCom),
        Inner = f.Part("Organisation", x?.Inner, Unit),
    };

    private static Ident Ident(PloFields f, Ident? x) =>
        new(f.Text("Id", x?.Id, required: true) ?? "", f.Cv("TypeId", x?.TypeId, required: true) ?? new CV(null, null, null));

    private static Address Address(PloFields f, Address? x) => new()
    {
        Type = f.Cs("Type", x?.Type),
        StreetAdr = f.Text("StreetAdr", x?.StreetAdr),
        PostalCode = f.Text("PostalCode", x?.PostalCode),
        City = f.Text("City", x?.City),
        Postbox = f.Text("Postbox", x?.Postbox),
        County = f.Cs("County", x?.County),
        Country = f.Cs("Country", x?.Country),
    };

    private static TeleCom TeleCom(PloFields f, TeleCom? x)
    {
        var type = f.Cs("TypeTelecom", x?.TypeTelecom);
        var url = f.Part("TeleAddress", x is null ? null : new TS(x.TeleAddress), static (g, y) => new TS(g.Attribute("V", y?.V)), required: true);
        return new TeleCom(type, url?.V);
    }
}
