using System.Xml.Linq;
using Hub.Kith.Types;
using Hub.Kith.Xml;

namespace Hub.Kith.Dialog;

/// <summary>Writes a dialogmelding in the order of its version's schema.</summary>
public static class DialogWriter
{
    /// <summary>Writes a document of its own.</summary>
    /// <param name="dialog">The document.</param>
    public static KithWritten Write(Dialogmelding dialog)
    {
        ArgumentNullException.ThrowIfNull(dialog);
        using var writer = new KithWriter();
        Write(writer, dialog);
        return writer.Finish();
    }

    /// <summary>The element to put in a message's first document, with what had to be changed to make it writable.</summary>
    /// <param name="dialog">The document.</param>
    public static (XElement Element, IReadOnlyList<KithFinding> Findings) ToElement(Dialogmelding dialog)
    {
        ArgumentNullException.ThrowIfNull(dialog);
        using var writer = KithWriter.ToTree();
        Write(writer, dialog);
        return writer.FinishTree();
    }

    private static void Write(KithWriter writer, Dialogmelding dialog)
    {
        writer.Start(dialog.Version == DialogVersion.V10 ? KithNamespaces.Dialog10 : KithNamespaces.Dialog11, "Dialogmelding");
        writer.DeclarePrefix("fk1", KithNamespaces.Fk1);
        writer.Cv("SakstypeKodet", dialog.SakstypeKodet);
        writer.Text("Sakstype", dialog.Sakstype);
        foreach (var request in dialog.Foresporsler) Write(writer, request);
        foreach (var note in dialog.Notater) Write(writer, note);
        writer.End();
    }

    private static void Write(KithWriter writer, Notat note)
    {
        writer.Start("Notat");
        writer.Cv("TemaKodet", note.TemaKodet);
        writer.Text("Tema", note.Tema);
        Formatted(writer, "TekstNotatInnhold", note.TekstNotatInnhold);
        writer.Text("Merknad", note.Merknad);
        writer.Text("DokIdNotat", note.DokIdNotat);
        writer.Time("DatoNotat", note.DatoNotat);
        if (note.Foresporsel is not null) Write(writer, note.Foresporsel);
        foreach (var role in note.Roller) Write(writer, role);
        writer.End();
    }

    private static void Write(KithWriter writer, Foresporsel request)
    {
        writer.Start("Foresporsel");
        writer.Cv("TypeForesp", request.TypeForesp);
        writer.Text("EmneSporsmal", request.EmneSporsmal);
        Formatted(writer, "Sporsmal", request.Sporsmal);
        writer.Cv("Formål", request.Formal);
        writer.Text("Begrunnelse", request.Begrunnelse);
        writer.Cs("Hastegrad", request.Hastegrad);
        writer.Time("FraDato", request.FraDato);
        writer.Time("TilDato", request.TilDato);
        writer.Cvs("TypeJournalinfo", request.TypeJournalinfo);
        writer.Cv("KodetOpplysning", request.KodetOpplysning);
        writer.Text("DokIdForesp", request.DokIdForesp);
        foreach (var role in request.Roller) Write(writer, role);
        writer.End();
    }

    private static void Write(KithWriter writer, RolleRelatertNotat role)
    {
        writer.Start("RollerRelatertNotat");
        writer.Cv("RolleNotat", role.RolleNotat);
        writer.Cv("RoleToPatient", role.RoleToPatient);
        if (role.TilknyttetEnhet is { } unit)
        {
            writer.Start("TilknyttetEnhet");
            writer.StartTyped("Kontaktenhet", KithNamespaces.Fk1);
            writer.OrganisationContent(unit.Kontaktenhet, PartyForm.Fk1);
            writer.End();
            writer.Text("Merknad", unit.Merknad);
            Who(writer, unit.Professional, unit.Person);
            writer.End();
        }

        Who(writer, role.Professional, role.Person);
        writer.End();
    }

    private static void Who(KithWriter writer, HealthcareProfessional? professional, Person? person)
    {
        if (professional is not null)
        {
            writer.Start("HealthcareProfessional");
            writer.ProfessionalContent(professional, PartyForm.Dialog);
            writer.End();
        }

        if (person is null) return;
        writer.Start("Person");
        writer.PersonContent(person, PartyForm.Dialog);
        writer.End();
    }

    private static void Formatted(KithWriter writer, string name, FormattedText? text)
    {
        if (text is null) return;
        writer.Start(name);
        writer.Verbatim(text.Nodes);
        writer.End();
    }
}
