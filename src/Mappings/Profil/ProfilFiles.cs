using System.Xml.Linq;
using Hub.Core.Content;
using Hub.Core.Mappings;
using Hub.Mappings.Fhir;
using Hub.Mappings.SelfPlan;
using static Hub.Mappings.Profil.ProfilElements;

namespace Hub.Mappings.Profil;

/// <summary>Files that go along with a note or plan: the plan as PDF, the files of a clinical message and the message itself.</summary>
internal static class ProfilFiles
{
    public static IEnumerable<XElement> Of(Envelope envelope, MappingContext context) => envelope.Content switch
    {
        SelfTreatmentPlan plan => [Plan(plan, envelope, context)],
        CareHandover { Plan: { } plan } => [Plan(plan, envelope, context)],
        JournalNote note => note.Attached.OfType<SelfTreatmentPlan>().Select(p => Plan(p, envelope, context)),
        ClinicalMessage message =>
        [
            .. message.Attachments.Where(a => !a.Content.IsEmpty).Select(a => File(a.Title ?? "Vedlegg", a.MediaType, a.Content.Span)),
            File("Meldingen som mottatt", "application/xml", message.Document.Span),
        ],
        _ => [],
    };

    /// <summary>Whether a plan goes along on paper.</summary>
    public static bool HasPlan(HomeContent content) => content is SelfTreatmentPlan or CareHandover { Plan: not null } || (content is JournalNote note && note.Attached.OfType<SelfTreatmentPlan>().Any());

    private static XElement Plan(SelfTreatmentPlan plan, Envelope envelope, MappingContext context)
    {
        var organisation = context.Tenant.Organization;
        var patient = ProfilSubject.IsNamed(context) ? envelope.Patient : envelope.Patient with { Name = null };
        var file = PlanPdf.Write(plan, patient, FhirWords.Text(organisation.Name) ?? context.Tenant.Name, envelope.AcceptedAt);
        return File($"{FhirWords.Text(plan.Title) ?? "Egenbehandlingsplan"}, versjon {FhirWords.Number(plan.Version)}", "application/pdf", file);
    }

    private static XElement File(string title, string mediaType, ReadOnlySpan<byte> content) =>
        Make("fil", Attribute("tittel", title), Attribute("medietype", FhirWords.Text(mediaType) ?? "application/octet-stream"), Make("innhold", Convert.ToBase64String(content)));
}
