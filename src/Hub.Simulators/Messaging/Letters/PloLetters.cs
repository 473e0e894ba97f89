using Hub.Kith.Codes;
using Hub.Kith.MsgHead;
using Hub.Kith.Plo;
using Hub.Kith.Types;

namespace Hub.Simulators.Messaging;

/// <summary>The nursing and care messages (PLO 1.6) that a hospital, a GP or a municipality sends.</summary>
public static class PloLetters
{
    /// <summary>Melding om innlagt pasient.</summary>
    /// <param name="writer">Who writes.</param>
    /// <param name="to">The municipality.</param>
    /// <param name="patient">The patient.</param>
    /// <param name="at">When the patient was admitted; null = an hour ago.</param>
    /// <returns>The letter.</returns>
    public static Letter Admitted(this LetterWriter writer, CounterpartParty to, LetterPatient patient, DateTimeOffset? at = null) =>
        Plo(writer, to, patient, new MeldingInnlagtPasient { TidsfestetHendelse = PloEvents.Of(PloEvents.Admitted, TS.Of(at ?? writer.Now.AddHours(-1))) });

    /// <summary>Melding om utskrivningsklar pasient: admitted two days ago, ready tomorrow (estimate).</summary>
    /// <param name="writer">Who writes.</param>
    /// <param name="to">The municipality.</param>
    /// <param name="patient">The patient.</param>
    /// <param name="admission">Head of the message of admission; null when there was none.</param>
    /// <returns>The letter.</returns>
    public static Letter Ready(this LetterWriter writer, CounterpartParty to, LetterPatient patient, MsgInfo? admission = null) => Plo(writer, to, patient,
        new MeldingUtskrivningsklarPasient
        {
            TidsfestetHendelse =
            [
                PloEvents.Of(PloEvents.Admitted, TS.Of(writer.Now.AddDays(-2))), PloEvents.Of(PloEvents.Ready, TS.Of(writer.Now.AddDays(1)), estimate: true),
            ],
        }, admission);

    /// <summary>Avmelding av utskrivningsklar pasient.</summary>
    /// <param name="writer">Who writes.</param>
    /// <param name="to">The municipality.</param>
    /// <param name="patient">The patient.</param>
    /// <param name="ready">Head of the message that the patient was ready; null when there was none.</param>
    /// <returns>The letter.</returns>
    public static Letter NotReady(this LetterWriter writer, CounterpartParty to, LetterPatient patient, MsgInfo? ready = null) => Plo(writer, to, patient,
        new AvmeldingUtskrivningsklarPasient
        {
            TidsfestetHendelse =
            [
                PloEvents.Of(PloEvents.Admitted, TS.Of(writer.Now.AddDays(-2))), PloEvents.Of(PloEvents.Ready, TS.Of(writer.Now.AddHours(-6))),
                PloEvents.Of(PloEvents.NotReady, TS.Of(writer.Now.AddHours(-1))),
            ],
        }, ready);

    /// <summary>Melding om utskrevet pasient, to the home.</summary>
    /// <param name="writer">Who writes.</param>
    /// <param name="to">The municipality.</param>
    /// <param name="patient">The patient.</param>
    /// <param name="admission">Head of the message of admission; null when there was none.</param>
    /// <returns>The letter.</returns>
    public static Letter Discharged(this LetterWriter writer, CounterpartParty to, LetterPatient patient, MsgInfo? admission = null) => Plo(writer, to, patient,
        new MeldingOmUtskrevetPasient
        {
            UtskrevetTil = new UtskrevetTil { UtTil = PloLists.DischargedTo.Cv("1") },
            TidsfestetHendelse = PloEvents.Of(PloEvents.Discharged, TS.Of(writer.Now.AddMinutes(-30))),
        }, admission);

    /// <summary>Orientering om dødsfall.</summary>
    /// <param name="writer">Who writes.</param>
    /// <param name="to">The municipality.</param>
    /// <param name="patient">The patient.</param>
    /// <returns>The letter.</returns>
    public static Letter Dead(this LetterWriter writer, CounterpartParty to, LetterPatient patient) =>
        Plo(writer, to, patient, new OrienteringOmDod { TidsfestetHendelse = PloEvents.Of(PloEvents.Dead, TS.Of(writer.Now.AddHours(-1))) });

    /// <summary>Utskrivningsrapport (tverrfaglig epikrise) with headings of both sections and a PDF.</summary>
    /// <param name="writer">Who writes.</param>
    /// <param name="to">The municipality.</param>
    /// <param name="patient">The patient.</param>
    /// <param name="admission">Head of the message of admission; null when there was none.</param>
    /// <returns>The letter.</returns>
    public static Letter DischargeReport(this LetterWriter writer, CounterpartParty to, LetterPatient patient, MsgInfo? admission = null) => Plo(writer, to, patient,
        new TverrfagligEpikrise
        {
            TypeInnholdIMelding = new TypeInnholdIMelding { TypeInnhold = PloLists.DischargeReport.Cv("11") },
            MedisinskfagligeOpplysninger = PloNotes.Medical(
                PloNotes.Text(PloHeadings.Problem, "Lungebetennelse hos pasient med kols.\r\nBehandlet med antibiotika intravenøst i tre døgn."),
                PloNotes.Text(PloHeadings.FollowUp, "SpO2 og puls daglig de første to ukene. Kontakt ved SpO2 under 88 %.")),
            Sykepleierdokumentasjon = PloNotes.Nursing(
                PloNotes.Text(PloHeadings.NursingSummary, "Selvhjulpen i stell. Bruker nettbrett til målinger, trygg på utstyret."),
                PloNotes.Text(PloHeadings.Practical, "Hjemreise med drosje. Nettbrettet følger med.")),
        }, admission, [writer.Pdf("Plan for oppfølging", "SpO2 daglig", "Kontroll hos fastlege om to uker")]);

    /// <summary>Helseopplysninger: first notice about an admitted patient (9140: 1).</summary>
    /// <param name="writer">Who writes.</param>
    /// <param name="to">The municipality.</param>
    /// <param name="patient">The patient.</param>
    /// <param name="admission">Head of the message of admission; null when there was none.</param>
    /// <returns>The letter.</returns>
    public static Letter HealthInformation(this LetterWriter writer, CounterpartParty to, LetterPatient patient, MsgInfo? admission = null) => Plo(writer, to, patient,
        new HelseopplysningerVedSoknad
        {
            TypeInnholdIMelding = new TypeInnholdIMelding { TypeInnhold = PloLists.HealthInformation.Cv("1") },
            OpplysningOpphold = [new OpplysningOpphold { TidsfestetHendelse = PloEvents.Of(PloEvents.Ready, TS.Of(writer.Now.AddDays(2)), estimate: true) }],
            MedisinskfagligeOpplysninger = PloNotes.Medical(
                PloNotes.Text(PloHeadings.PatientStatus, "Stabil, oppe i stolen."), PloNotes.Text(PloHeadings.ExpectedCourse, "Utskrives om to dager.")),
            Sykepleierdokumentasjon = PloNotes.Nursing(
                PloNotes.Text(PloHeadings.NursingSummary, "Trenger hjelp morgen og kveld."), PloNotes.Text(PloHeadings.Practical, "Nøkkel i boks.")),
        }, admission);

    /// <summary>Helseopplysninger til lege.</summary>
    /// <param name="writer">Who writes.</param>
    /// <param name="to">The GP.</param>
    /// <param name="patient">The patient.</param>
    /// <returns>The letter.</returns>
    public static Letter ToDoctor(this LetterWriter writer, CounterpartParty to, LetterPatient patient) => Plo(writer, to, patient,
        new Konsultasjon
        {
            InnholdKonsultasjon = new InnholdKonsultasjon { TypeInnholdKonsultasjon = PloLists.ToDoctor.Cs("2") },
            Sykepleierdokumentasjon = PloNotes.Nursing(PloNotes.Text(PloHeadings.Other, "Vekt 81,2 kg, SpO2 93 %.")),
        });

    private static Letter Plo(
        LetterWriter writer, CounterpartParty to, LetterPatient patient, PloBody body, MsgInfo? previous = null, IReadOnlyList<Attachment>? attachments = null)
    {
        ArgumentNullException.ThrowIfNull(writer);
        var document = new PloDocument
        {
            Opening = new PloOpening
            {
                InformasjonOmForsendelsen = new InformasjonOmForsendelsen { Forsendelsesstatus = MessageLists.Forsendelsesstatus.Cs("N") },
                AnsvarForRapport = [new AnsvarForRapport { AnsvarligRapport = writer.Responsible }],
            },
            Body = body,
        };
        return writer.Write(to, document.Info.Code, patient, id => PloWriter.ToElement(document, id), previous, attachments);
    }
}
