using System.Xml.Linq;
using Hub.Kith.Types;
using Hub.Kith.Xml;

namespace Hub.Kith.Dialog;

/// <summary>What came of reading a dialogmelding.</summary>
/// <param name="Dialog">The document, or <see langword="null"/> when the element is another.</param>
/// <param name="Findings">What was noticed.</param>
/// <param name="Unread">Parts that no field took.</param>
public sealed record DialogReading(Dialogmelding? Dialog, IReadOnlyList<KithFinding> Findings, IReadOnlyList<UnreadPart> Unread);

/// <summary>Reads a dialogmelding of either version.</summary>
public static class DialogReader
{
    /// <summary>Reads the root element of a dialogmelding, as it stands in a message's first document.</summary>
    /// <param name="root">The element.</param>
    public static DialogReading Read(XElement root)
    {
        ArgumentNullException.ThrowIfNull(root);
        var notes = new ReadNotes();
        var path = XmlPath.Of(root);
        if (root.Name.LocalName != "Dialogmelding" || root.Name.NamespaceName is not (KithNamespaces.Dialog10 or KithNamespaces.Dialog11))
        {
            notes.Add(KithCodes.UnknownDocument, path, KithSeverity.Error, "Not a dialogmelding 1.0 or 1.1.");
            return new DialogReading(null, notes.Findings, notes.Unread);
        }

        var element = new KithElement(root, path, notes);
        var dialog = new Dialogmelding
        {
            Version = root.Name.NamespaceName == KithNamespaces.Dialog10 ? DialogVersion.V10 : DialogVersion.V11,
            SakstypeKodet = element.Cv("SakstypeKodet"),
            Sakstype = element.Text("Sakstype"),
            Foresporsler = [.. element.All("Foresporsel").Select(ReadForesporsel)],
            Notater = [.. element.All("Notat").Select(ReadNotat)],
        };
        element.Done();
        return new DialogReading(dialog, notes.Findings, notes.Unread);
    }

    private static Foresporsel ReadForesporsel(KithElement element)
    {
        var request = new Foresporsel
        {
            TypeForesp = element.Required("TypeForesp")?.AsCv() ?? new CV(null, null, null),
            EmneSporsmal = element.Text("EmneSporsmal"),
            Sporsmal = Formatted(element, "Sporsmal"),
            Formal = element.Cv("Formål"),
            Begrunnelse = element.Text("Begrunnelse"),
            Hastegrad = element.Cs("Hastegrad"),
            FraDato = element.Time("FraDato"),
            TilDato = element.Time("TilDato"),
            TypeJournalinfo = element.Cvs("TypeJournalinfo"),
            KodetOpplysning = element.Cv("KodetOpplysning"),
            DokIdForesp = element.Text("DokIdForesp"),
            Roller = [.. element.All("RollerRelatertNotat").Select(ReadRolle)],
        };
        element.Done();
        return request;
    }

    private static Notat ReadNotat(KithElement element)
    {
        var note = new Notat
        {
            TemaKodet = element.Required("TemaKodet")?.AsCv() ?? new CV(null, null, null),
            Tema = element.Text("Tema"),
            TekstNotatInnhold = Formatted(element, "TekstNotatInnhold"),
            Merknad = element.Text("Merknad"),
            DokIdNotat = element.Text("DokIdNotat"),
            DatoNotat = element.Time("DatoNotat"),
            Foresporsel = element.One("Foresporsel") is { } request ? ReadForesporsel(request) : null,
            Roller = [.. element.All("RollerRelatertNotat").Select(ReadRolle)],
        };
        element.Done();
        return note;
    }

    private static RolleRelatertNotat ReadRolle(KithElement element)
    {
        var role = new RolleRelatertNotat
        {
            RolleNotat = element.Cv("RolleNotat"),
            RoleToPatient = element.Cv("RoleToPatient"),
            TilknyttetEnhet = element.One("TilknyttetEnhet") is { } unit ? ReadEnhet(unit) : null,
            Professional = element.One("HealthcareProfessional")?.AsProfessional(),
            Person = element.One("Person")?.AsPerson(),
        };
        element.Done();
        return role;
    }

    private static TilknyttetEnhet ReadEnhet(KithElement element)
    {
        var unit = new TilknyttetEnhet(element.Required("Kontaktenhet")?.AsOrganisation() ?? new Organisation())
        {
            Merknad = element.Text("Merknad"),
            Professional = element.One("HealthcareProfessional")?.AsProfessional(),
            Person = element.One("Person")?.AsPerson(),
        };
        element.Done();
        return unit;
    }

    private static FormattedText? Formatted(KithElement parent, string name)
    {
        if (parent.One(name) is not { } element) return null;
        foreach (var node in element.Xml.Nodes()) element.Take(node);
        element.Done();
        return new FormattedText([.. element.Xml.Nodes()]);
    }
}
