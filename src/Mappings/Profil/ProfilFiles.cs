using System.Xml.Linq;
using Hub.Core.Content;
using Hub.Core.Mappings;
using Hub.Mappings.Fhir;
using Hub.Mappings.Reports;
using Hub.Mappings.SelfPlan;
using static Hub.Mappings.Profil.ProfilElements;

namespace Hub.Mappings.Profil;

/// <summary>Files that go along with a note or plan: a plan or the report of a form as PDF, the files of a clinical message and the message itself.</summary>
internal static class ProfilFiles
{
    private const string ReportOption = "formReport";

    public static IEnumerable<XElement> Of(Envelope envelope, MappingContext context) => envelope.Content switch
    {
        SelfTreatmentPlan plan => [Plan(plan, envelope, context)],
        CareHandover { Plan: { } plan } => [Plan(plan, envelope, context)],
        JournalNote note => note.Attached.OfType<SelfTreatmentPlan>().Select(p => Plan(p, envelope, context)),
        QuestionnaireAnswers form when !IsWithout(context) => [Report(form, envelope, context)],
        ClinicalMessage message =>
        [
            .. message.Attachments.Where(a => !a.Content.IsEmpty).Select(a => File(a.Title ?? "Vedlegg", a.MediaType, a.Content.Span)),
            File("Meldingen som mottatt", "application/xml", message.Document.Span),
        ],
        _ => [],
    };

    /// <summary>Whether a plan or report that names the patient goes along on paper.</summary>
    public static bool HasPaper(HomeContent content, MappingContext context) => (content is QuestionnaireAnswers && !IsWithout(context)) || content is SelfTreatmentPlan or CareHandover { Plan: not null } || (content is JournalNote note && note.Attached.OfType<SelfTreatmentPlan>().Any());

    private static XElement Plan(SelfTreatmentPlan plan, Envelope envelope, MappingContext context)
    {
        var organisation = context.Tenant.Organization;
        var patient = ProfilSubject.IsNamed(context) ? envelope.Patient : envelope.Patient with { Name = null };
        var file = PlanPdf.Write(plan, patient, FhirWords.Text(organisation.Name) ?? context.Tenant.Name, envelope.AcceptedAt);
        return File($"{FhirWords.Text(plan.Title) ?? "Egenbehandlingsplan"}, versjon {FhirWords.Number(plan.Version)}", "application/pdf", file);
    }

    private static XElement Report(QuestionnaireAnswers form, Envelope envelope, MappingContext context) => File(
        $"Rapport: {FhirWords.Text(form.FormTitle) ?? form.FormId}", "application/pdf", ReportPdf.Write(form, envelope, context, ProfilSubject.IsNamed(context) ? envelope.Patient.Name : null));

    private static bool IsWithout(MappingContext context) => context.Target.Options.TryGetValue(ReportOption, out var option) && option == "omit";

    private static XElement File(string title, string mediaType, ReadOnlySpan<byte> content) =>
        Make("fil", Attribute("tittel", title), Attribute("medietype", FhirWords.Text(mediaType) ?? "application/octet-stream"), Make("innhold", Convert.ToBase64String(content)));
}
