using Hub.Kith.Codes;
using Hub.Kith.Dialog;
using Hub.Kith.MsgHead;
using Hub.Kith.Types;

namespace Hub.Simulators.Messaging;

/// <summary>Dialog messages: between professionals, request, answer, deviation.</summary>
public static class DialogLetters
{
    /// <summary>Helsefaglig dialog (1.1).</summary>
    /// <param name="writer">Who writes.</param>
    /// <param name="to">The receiver.</param>
    /// <param name="patient">The patient.</param>
    /// <param name="text">The text.</param>
    /// <param name="previous">The message it answers; null when it begins a dialogue.</param>
    /// <returns>The letter.</returns>
    public static Letter Dialogue(this LetterWriter writer, CounterpartParty to, LetterPatient patient, string text, MsgInfo? previous = null)
    {
        ArgumentNullException.ThrowIfNull(writer);
        var note = new Notat
        {
            TemaKodet = DialogLists.ProfessionalTheme.Cv("6"),
            Tema = "Digital hjemmeoppfølging",
            TekstNotatInnhold = FormattedText.Plain(text),
            DatoNotat = TS.Of(DateOnly.FromDateTime(writer.Now.UtcDateTime)),
            Roller = [new RolleRelatertNotat { Professional = writer.Responsible }, .. previous is null ? [ContactAtReceiver] : Array.Empty<RolleRelatertNotat>()],
        };
        return Dialog(writer, to, "DIALOG_HELSEFAGLIG", patient, new Dialogmelding { Version = DialogVersion.V11, Notater = [note] }, previous);
    }

    /// <summary>Forespørsel (1.0), general.</summary>
    /// <param name="writer">Who writes.</param>
    /// <param name="to">The receiver.</param>
    /// <param name="patient">The patient.</param>
    /// <param name="question">The question.</param>
    /// <returns>The letter.</returns>
    public static Letter Request(this LetterWriter writer, CounterpartParty to, LetterPatient patient, string question)
    {
        ArgumentNullException.ThrowIfNull(writer);
        return Dialog(writer, to, "DIALOG_FORESPORSEL", patient, new Dialogmelding { Version = DialogVersion.V10, Foresporsler = [RequestOf(writer, question)] }, null);
    }

    /// <summary>Svar på forespørsel (1.0), with the request in it.</summary>
    /// <param name="writer">Who writes.</param>
    /// <param name="to">The receiver.</param>
    /// <param name="patient">The patient.</param>
    /// <param name="question">The question as asked.</param>
    /// <param name="answer">The answer.</param>
    /// <param name="request">Head of the request.</param>
    /// <returns>The letter.</returns>
    public static Letter Reply(this LetterWriter writer, CounterpartParty to, LetterPatient patient, string question, string answer, MsgInfo request)
    {
        ArgumentNullException.ThrowIfNull(writer);
        var note = new Notat
        {
            TemaKodet = DialogLists.AnswerTheme.Cv("5"),
            TekstNotatInnhold = FormattedText.Plain(answer),
            Foresporsel = RequestOf(writer, question),
            Roller = [new RolleRelatertNotat { Professional = writer.Responsible }],
        };
        return Dialog(writer, to, "DIALOG_SVAR", patient, new Dialogmelding { Version = DialogVersion.V10, Notater = [note] }, request);
    }

    /// <summary>Avvik (1.0) about a message that was taken in.</summary>
    /// <param name="writer">Who writes.</param>
    /// <param name="to">The receiver.</param>
    /// <param name="patient">The patient; null = nobody.</param>
    /// <param name="text">What is wrong.</param>
    /// <param name="faulty">Head of the message that is wrong.</param>
    /// <returns>The letter.</returns>
    public static Letter Deviation(this LetterWriter writer, CounterpartParty to, LetterPatient? patient, string text, MsgInfo faulty)
    {
        ArgumentNullException.ThrowIfNull(writer);
        var note = new Notat
        {
            TemaKodet = DialogLists.DeviationTheme.Cv("2"),
            TekstNotatInnhold = FormattedText.Plain(text),
            Roller = [new RolleRelatertNotat { Professional = writer.Responsible }],
        };
        return Dialog(writer, to, "DIALOG_AVVIK", patient, new Dialogmelding { Version = DialogVersion.V10, Notater = [note] }, faulty);
    }

    private static RolleRelatertNotat ContactAtReceiver => new()
    {
        RoleToPatient = PartyLists.RoleToPatient.Cv("24"),
        Professional = new HealthcareProfessional { TypeHealthcareProfessional = PartyLists.Profession.Cs("SP") },
    };

    private static Foresporsel RequestOf(LetterWriter writer, string question) => new()
    {
        TypeForesp = DialogLists.GeneralRequest.Cv("1"),
        Sporsmal = FormattedText.Plain(question),
        Roller = [new RolleRelatertNotat { Professional = writer.Responsible }],
    };

    private static Letter Dialog(LetterWriter writer, CounterpartParty to, string type, LetterPatient? patient, Dialogmelding dialog, MsgInfo? previous) =>
        writer.Write(to, type, patient, _ => DialogWriter.ToElement(dialog).Element, previous);
}
