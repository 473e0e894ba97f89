using Hub.Core.Content;
using Hub.Core.Mappings;
using Hub.Mappings.Fhir;
using Hub.Mappings.Journal;
using Hub.Mappings.Letters;
using Hub.Mappings.Pdf;
using Hub.Mappings.SelfPlan;

namespace Hub.Mappings.Reports;

/// <summary>An answered form on paper, A4: whose it is, the scores with their scales and cut-offs, and every answer. The same form gives the same bytes.</summary>
internal static class ReportPdf
{
    private const decimal Body = 10;
    private const decimal TextX = PlanPaper.Left + 105;
    private const decimal Indent = 14;

    /// <summary>Makes the file.</summary>
    public static byte[] Write(QuestionnaireAnswers form, Envelope envelope, MappingContext context, string? patientName)
    {
        var paper = new PlanPaper();
        var issuer = FhirWords.Text(context.Tenant.Organization.Name) ?? context.Tenant.Name;
        var title = FhirWords.Text(form.FormTitle) ?? form.FormId;
        Head(form, envelope, issuer, title, patientName, paper);
        ReportScores.Write(form.Scores, paper);
        Answers(form, paper);
        if (paper.Type.Encoding.Lossy)
            Remark("Noen tegn kan ikke vises på papir og står som spørsmålstegn. De står i det strukturerte svaret.", paper);
        var person = $"{FhirWords.Text(patientName) ?? "Pasient"}, {envelope.Patient.Id.Value}";
        paper.Finish($"{title} – {person}", $"{person} – besvart {Times.Of(form.Time)}");
        return paper.ToBytes($"Rapport: {title}", issuer, envelope.AcceptedAt);
    }

    private static void Head(QuestionnaireAnswers form, Envelope envelope, string issuer, string title, string? patientName, PlanPaper paper)
    {
        paper.Write(issuer, PlanPaper.Left, PlanPaper.Right, 9, false, PdfColour.Grey);
        paper.Space(4);
        paper.Write("Rapport fra skjema", PlanPaper.Left, PlanPaper.Right, 11, true, PdfColour.Grey);
        paper.Write(title, PlanPaper.Left, PlanPaper.Right, 20, true, PdfColour.Black);
        paper.Space(4);
        paper.Page.Line(PlanPaper.Left, paper.Y, PlanPaper.Right, paper.Y, 1.2m, PdfColour.Black);
        paper.Space(8);
        Fact("Pasient", FhirWords.Text(patientName), paper);
        Fact("Id-nummer", envelope.Patient.Id.Value, paper);
        Fact("Skjema", FhirWords.Text(form.FormVersion) is { } version ? $"{form.FormId}, versjon {version}" : form.FormId, paper);
        Fact("Besvart", Times.Of(form.Time), paper);
        Fact("Besvart av", form.Answerer is { } by ? Parties.Of(by) : null, paper);
        Fact("Status", Status(form), paper);
        Fact("Vurdering", JournalWords.Light(form.Triage), paper);
        Fact("Mottatt fra", envelope.Source, paper);
        Fact("Erstatter", FhirWords.Text(form.Corrects) is { } corrected ? $"tidligere svar med nummer {corrected}" : null, paper);
    }

    private static string? Status(QuestionnaireAnswers form) => form.Status switch
    {
        "completed" => "fullført",
        "in-progress" => "ikke fullført",
        "amended" => "endret",
        "stopped" => "avbrutt",
        "entered-in-error" => "feilregistrert: rapporten gjelder ikke",
        _ => FhirWords.Text(form.Status),
    };

    private static void Answers(QuestionnaireAnswers form, PlanPaper paper)
    {
        if (form.Items.Count == 0)
            return;
        ReportRows.Heading("Svar", paper);
        foreach (var item in form.Items)
            Item(item, 0, paper);
        if (form.Items.Any(LacksWords))
            Remark("Spørsmål uten tekst: ordlyden er ikke sendt med, for eksempel fordi skjemaet er lisensbelagt. Nummeret er skjemaets eget.", paper);
    }

    private static void Item(AnsweredItem item, int level, PlanPaper paper)
    {
        var x = PlanPaper.Left + (Math.Min(level, 6) * Indent);
        var question = FhirWords.Text(item.Question) ?? $"Spørsmål {item.LinkId}";
        var answers = string.Join('\n', item.Answers.Select(QuestionnaireLetter.Answer).Where(a => a.Length > 0));
        if (answers.Length == 0 && item.Items.Count > 0)
        {
            paper.Space(level == 0 ? 6 : 3);
            // The name of a group stays with the first question below it.
            paper.Need(40);
            paper.Write(question, x, PlanPaper.Right, level == 0 ? 11 : Body, true, PdfColour.Black);
        }
        else
        {
            ReportRows.Row(paper, Body, (question, x, PlanPaper.Left + 300, false), (answers.Length > 0 ? answers : "(ikke besvart)", PlanPaper.Left + 315, PlanPaper.Right, answers.Length > 0));
        }

        foreach (var nested in item.Items)
            Item(nested, level + 1, paper);
    }

    private static bool LacksWords(AnsweredItem item) => FhirWords.Text(item.Question) is null || item.Items.Any(LacksWords);

    private static void Fact(string label, string? words, PlanPaper paper)
    {
        if (words is { Length: > 0 })
            paper.Labelled(label, words, PlanPaper.Left, TextX, PlanPaper.Right, Body);
    }

    private static void Remark(string text, PlanPaper paper)
    {
        paper.Space(10);
        paper.Write(text, PlanPaper.Left, PlanPaper.Right, 8.5m, false, PdfColour.Grey);
    }
}
