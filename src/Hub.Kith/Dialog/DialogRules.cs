using Hub.Kith.MsgHead;
using Hub.Kith.Types;

namespace Hub.Kith.Dialog;

/// <summary>Checks a dialogmelding against the profile of its kind. A receiver takes in what deviates; a sender corrects it first.</summary>
public static class DialogRules
{
    /// <summary>Checks a document together with the head it is sent under.</summary>
    /// <param name="info">Head of the message.</param>
    /// <param name="dialog">The document.</param>
    public static IReadOnlyList<KithFinding> Check(MsgInfo info, Dialogmelding dialog)
    {
        ArgumentNullException.ThrowIfNull(info);
        ArgumentNullException.ThrowIfNull(dialog);
        var findings = new FindingList("/Dialogmelding");
        CheckVersion(dialog, findings);
        if (DialogProfile.Of(info.Type.V) is not { } profile)
        {
            findings.Warn(true, DialogCodes.UnknownType, "", "The kind of message has no profile here; only the version's own rules are checked.");
            return findings.All;
        }

        findings.Fault(dialog.Version != profile.Version, DialogCodes.WrongVersion, "", $"{profile.Type} uses the other version of dialogmelding.");
        findings.Fault(profile.IsRequest ? dialog.Foresporsler.Count == 0 : dialog.Notater.Count == 0, DialogCodes.WrongContent, "",
            profile.IsRequest ? "A request holds Foresporsel." : "This kind of message holds Notat.");
        findings.Fault(info.Patient is null && profile.Type != "DIALOG_AVVIK", DialogCodes.PatientMissing, "", "The message is about a patient.");
        foreach (var request in dialog.Foresporsler) CheckCode(request.TypeForesp, profile, "/Foresporsel/TypeForesp", findings);
        foreach (var note in dialog.Notater) CheckNote(info, note, profile, findings);
        if (profile.Type == "DIALOG_HELSEFAGLIG") CheckHelsefaglig(info, dialog, findings);
        return findings.All;
    }

    private static void CheckVersion(Dialogmelding dialog, FindingList findings)
    {
        findings.Fault(dialog.Foresporsler.Count > 0 && dialog.Notater.Count > 0, DialogCodes.WrongContent, "", "A document holds requests or notes, not both.");
        if (dialog.Version == DialogVersion.V11) return;
        foreach (var request in dialog.Foresporsler.Concat(dialog.Notater.Select(n => n.Foresporsel).OfType<Foresporsel>()))
        {
            findings.Fault(request.EmneSporsmal is not null || request.KodetOpplysning is not null || request.TypeJournalinfo.Count > 1 || request.Sporsmal?.IsPlain == false,
                DialogCodes.NotInVersion, "/Foresporsel", "Version 1.0 has no subject, no coded information, one kind of journal information and plain text.");
        }

        findings.Fault(Roles(dialog).Any(r => r.TilknyttetEnhet is not null || (r.Professional is null && r.Person is null)), DialogCodes.NotInVersion,
            "/RollerRelatertNotat", "In version 1.0 a role has a professional or a person, and no unit.");
    }

    private static void CheckNote(MsgInfo info, Notat note, DialogProfile profile, FindingList findings)
    {
        CheckCode(note.TemaKodet, profile, "/Notat/TemaKodet", findings);
        var empty = note.TekstNotatInnhold is null or { IsEmpty: true };
        switch (profile.Type)
        {
            case "DIALOG_AVVIK":
                findings.Fault(empty, DialogCodes.TextMissing, "/Notat/TekstNotatInnhold", "A deviation says what is wrong.");
                findings.Fault(info.ConversationRef is null, DialogCodes.ReferenceMissing, "", "A deviation refers to the faulty message.");
                break;
            case "DIALOG_SVAR":
                findings.Warn(note.Foresporsel is null, DialogCodes.RequestMissing, "/Notat/Foresporsel", "An answer includes the request.");
                findings.Warn(info.ConversationRef is null, DialogCodes.ReferenceMissing, "", "An answer refers to the request.");
                break;
            case "DIALOG_HELSEFAGLIG":
                findings.Fault(empty, DialogCodes.TextMissing, "/Notat/TekstNotatInnhold", "The text is required.");
                findings.Fault(string.IsNullOrWhiteSpace(note.Tema), DialogCodes.TextMissing, "/Notat/Tema", "The theme in words is required.");
                break;
        }
    }

    // HIS 1077.
    private static void CheckHelsefaglig(MsgInfo info, Dialogmelding dialog, FindingList findings)
    {
        findings.Fault(dialog.Notater.Count > 1, DialogCodes.WrongContent, "/Notat", "One note about one patient.");
        if (dialog.Notater is not [var note, ..]) return;
        findings.Fault(!note.Roller.Any(r => !r.IsContactAtReceiver && HasNameAndPhone(r)), DialogCodes.ResponsibleMissing, "/Notat/RollerRelatertNotat",
            "The responsible professional is given with name and telephone.");
        var begins = info.ConversationRef is null;
        findings.Fault(begins && note.TemaKodet.V == "6" && !note.Roller.Any(r => r.IsContactAtReceiver && r.Professional?.TypeHealthcareProfessional?.V is not null),
            DialogCodes.ContactMissing, "/Notat/RollerRelatertNotat", "A new dialogue about a patient names the contact at the receiver (role 24) with profession.");
    }

    private static bool HasNameAndPhone(RolleRelatertNotat role) =>
        role.Professional is { } person && !string.IsNullOrWhiteSpace(person.FamilyName)
            && (person.TeleComs.Count > 0 || role.TilknyttetEnhet?.Kontaktenhet.TeleComs.Count > 0);

    private static void CheckCode(CV code, DialogProfile profile, string path, FindingList findings)
    {
        findings.Warn(code.V is not null && string.IsNullOrWhiteSpace(code.DN), DialogCodes.CodeTextMissing, path, "A code is sent with its text (DN).");
        var list = profile.Lists.FirstOrDefault(l => l.Number == code.List);
        findings.Fault(code.V is null || list is null, DialogCodes.WrongList, path, "The code is not of a list that this kind of message uses.");
        findings.Warn(list is not null && code.V is not null && !list.Has(code.V), DialogCodes.UnknownCode, path, "The list has no such code.");
        findings.Warn(list?.TextOf(code.V) is { } text && code.DN is not null && !string.Equals(text, code.DN.Trim(), StringComparison.OrdinalIgnoreCase),
            DialogCodes.CodeTextDiffers, path, "The text of the code is not the one of the list; show both.");
    }

    private static IEnumerable<RolleRelatertNotat> Roles(Dialogmelding dialog) =>
        dialog.Foresporsler.SelectMany(f => f.Roller).Concat(dialog.Notater.SelectMany(n => n.Roller.Concat(n.Foresporsel?.Roller ?? [])));

    private sealed class FindingList(string root)
    {
        private readonly List<KithFinding> all = [];

        public IReadOnlyList<KithFinding> All => all;

        public void Fault(bool wrong, string code, string path, string text) => Add(wrong, code, path, KithSeverity.Error, text);

        public void Warn(bool wrong, string code, string path, string text) => Add(wrong, code, path, KithSeverity.Warning, text);

        private void Add(bool wrong, string code, string path, KithSeverity severity, string text)
        {
            if (wrong) all.Add(new KithFinding(code, root + path, severity, text));
        }
    }
}
