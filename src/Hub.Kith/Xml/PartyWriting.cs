using Hub.Kith.Types;

namespace Hub.Kith.Xml;

/// <summary>Writes persons, professionals, organisations and their parts in the order and namespaces of a <see cref="PartyForm"/>. The element itself stands in the current namespace.</summary>
public static class PartyWriting
{
    /// <summary>Writes an identifier.</summary>
    /// <param name="writer">Writer.</param>
    /// <param name="name">Local name.</param>
    /// <param name="ident">Value.</param>
    /// <param name="form">Form.</param>
    public static void Ident(this KithWriter writer, string name, Ident ident, PartyForm form)
    {
        writer.StartTyped(name, Inside(form));
        writer.Text("Id", ident.Id);
        writer.Cv("TypeId", ident.TypeId);
        writer.End();
    }

    /// <summary>Writes an address.</summary>
    /// <param name="writer">Writer.</param>
    /// <param name="name">Local name.</param>
    /// <param name="address">Value.</param>
    /// <param name="form">Form.</param>
    public static void Address(this KithWriter writer, string name, Address? address, PartyForm form)
    {
        if (address is null) return;
        writer.StartTyped(name, Inside(form));
        writer.Cs("Type", address.Type);
        writer.Text("StreetAdr", address.StreetAdr);
        writer.Text("PostalCode", address.PostalCode);
        writer.Text("City", address.City);
        writer.Text("Postbox", address.Postbox);
        writer.Cs("County", address.County);
        writer.Cs("Country", address.Country);
        writer.End();
    }

    /// <summary>Writes an address of telecommunication.</summary>
    /// <param name="writer">Writer.</param>
    /// <param name="name">Local name.</param>
    /// <param name="tele">Value.</param>
    /// <param name="form">Form.</param>
    public static void TeleCom(this KithWriter writer, string name, TeleCom tele, PartyForm form)
    {
        writer.StartTyped(name, Inside(form));
        writer.Cs("TypeTelecom", tele.TypeTelecom);
        writer.V("TeleAddress", tele.TeleAddress);
        writer.End();
    }

    /// <summary>Writes the children of a person into the open element.</summary>
    /// <param name="writer">Writer.</param>
    /// <param name="person">Value.</param>
    /// <param name="form">Form.</param>
    public static void PersonContent(this KithWriter writer, Person person, PartyForm form)
    {
        if (form == PartyForm.Dialog) writer.Text("GivenName", person.GivenName);
        else writer.Text("FamilyName", person.FamilyName);
        writer.Text("MiddleName", person.MiddleName);
        if (form == PartyForm.Dialog) writer.Text("FamilyName", person.FamilyName);
        else writer.Text("GivenName", person.GivenName);
        writer.Time("DateOfBirth", person.DateOfBirth);
        writer.Cs("Sex", person.Sex);
        writer.Cs("Nationality", person.Nationality);
        writer.Contact(person.Idents, person.Address, person.TeleComs, form);
    }

    /// <summary>Writes the children of a professional into the open element.</summary>
    /// <param name="writer">Writer.</param>
    /// <param name="professional">Value.</param>
    /// <param name="form">Form.</param>
    public static void ProfessionalContent(this KithWriter writer, HealthcareProfessional professional, PartyForm form)
    {
        writer.Cs("TypeHealthcareProfessional", professional.TypeHealthcareProfessional);
        writer.Cv("RoleToPatient", professional.RoleToPatient);
        writer.Text("FamilyName", professional.FamilyName);
        writer.Text("MiddleName", professional.MiddleName);
        writer.Text("GivenName", professional.GivenName);
        writer.Time("DateOfBirth", professional.DateOfBirth);
        writer.Cs("Sex", professional.Sex);
        writer.Cs("Nationality", professional.Nationality);
        writer.Contact(professional.Idents, professional.Address, professional.TeleComs, form);
    }

    /// <summary>Writes the children of an organisation into the open element. Only MsgHead's organisation can hold a professional.</summary>
    /// <param name="writer">Writer.</param>
    /// <param name="organisation">Value.</param>
    /// <param name="form">Form; <see cref="PartyForm.Dialog"/> is written as <see cref="PartyForm.Fk1"/>, since dialogmelding has no organisation of its own.</param>
    public static void OrganisationContent(this KithWriter writer, Organisation organisation, PartyForm form)
    {
        if (form != PartyForm.MsgHead) writer.Cv("TypeOrganisation", organisation.Type);
        writer.Text("OrganisationName", organisation.Name);
        if (form == PartyForm.MsgHead) writer.Cv("TypeOrganisation", organisation.Type);
        writer.Contact(organisation.Idents, organisation.Address, organisation.TeleComs, form);
        if (organisation.Inner is { } inner)
        {
            writer.Start("Organisation");
            writer.OrganisationContent(inner, form);
            writer.End();
        }

        if (organisation.Professional is null || form != PartyForm.MsgHead) return;
        writer.Start("HealthcareProfessional");
        writer.ProfessionalContent(organisation.Professional, form);
        writer.End();
    }

    private static void Contact(this KithWriter writer, IReadOnlyList<Ident> idents, Address? address, IReadOnlyList<TeleCom> teleComs, PartyForm form)
    {
        foreach (var ident in idents) writer.Ident("Ident", ident, form);
        writer.Address("Address", address, form);
        foreach (var tele in teleComs) writer.TeleCom("TeleCom", tele, form);
    }

    private static string Inside(PartyForm form) => form == PartyForm.MsgHead ? KithNamespaces.MsgHead : KithNamespaces.Fk1;
}
