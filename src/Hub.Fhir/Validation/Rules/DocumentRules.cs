using Hub.Fhir.Model;
using Hub.Fhir.Terminology;

namespace Hub.Fhir.Validation.Rules;

/// <summary>Invariants of Composition and QuestionnaireResponse, and the VKP v090 rules of note, alert and form.
/// Source: FHIR R4 composition.html, questionnaireresponse.html; HL7 Norway VKP-R4.</summary>
internal static class DocumentRules
{
    private static readonly CheckRule SectionContent = new("FHIR-CMP-1", "A section has text, entries or sections.", "FHIR R4 cmp-1");
    private static readonly CheckRule EmptyReason = new("FHIR-CMP-2", "A section with entries has no reason for being empty.", "FHIR R4 cmp-2");
    private static readonly CheckRule ItemOrAnswer = new("FHIR-QRS-1", "An item has either answers or items.", "FHIR R4 qrs-1");
    private static readonly CheckRule NoteCategory = new("VKP-NOTE-1", "The category is missing or not one of vkp-composition-category.", "vkp-Composition-v090: category 1..*, required");
    private static readonly CheckRule NoteSubject = new("VKP-NOTE-2", "The note has no subject.", "vkp-Composition-v090: subject 1..1");
    private static readonly CheckRule NoteEvent = new("VKP-NOTE-3", "The event is not one of vkp-composition-event.", "vkp-Composition-v090: event.code, required");
    private static readonly CheckRule AlertCode = new("VKP-ALERT-1", "The code is missing or not one of vkp-alert-code.", "vkp-DetectedIssue-v090: code 1..1, required");
    private static readonly CheckRule AlertPatient = new("VKP-ALERT-2", "The alert has no patient.", "vkp-DetectedIssue-v090: patient 1..1");
    private static readonly CheckRule FormSubject = new("VKP-FORM-1", "The answers have no subject.", "vkp-QuestionnaireReponse-v090: subject 1..1");

    internal static void Check(Composition note, CheckContext context)
    {
        if (!Profiles.Claims(note, VkpProfiles.Composition))
            return;
        if (note.Category.Count == 0 || !note.Category.All(category => Profiles.HasTerm(category, VkpCompositionCategories.Terms)))
            context.Add(NoteCategory, "category");
        if (note.Subject is null)
            context.Add(NoteSubject, "subject");
        if (note.Event.Any(step => step.Code.Any(code => !Profiles.HasTerm(code, VkpCompositionEvents.Terms))))
            context.Add(NoteEvent, "event");
    }

    internal static void Check(CompositionSection section, CheckContext context)
    {
        if (section.Text is null && section.Entry.Count == 0 && section.Section.Count == 0)
            context.Add(SectionContent);
        if (section.EmptyReason is not null && section.Entry.Count > 0)
            context.Add(EmptyReason);
    }

    internal static void Check(DetectedIssue alert, CheckContext context)
    {
        if (!Profiles.Claims(alert, VkpProfiles.DetectedIssue))
            return;
        if (alert.Code is null || !Profiles.HasTerm(alert.Code, VkpAlertCodes.Terms))
            context.Add(AlertCode, "code");
        if (alert.Patient is null)
            context.Add(AlertPatient, "patient");
    }

    internal static void Check(QuestionnaireResponse form, CheckContext context)
    {
        var isVkp = Profiles.Claims(form, VkpProfiles.QuestionnaireResponse) || Profiles.Claims(form, VkpProfiles.QuestionnaireResponseSpeltRight);
        if (isVkp && form.Subject is null)
            context.Add(FormSubject, "subject");
    }

    internal static void Check(QuestionnaireResponseItem item, CheckContext context)
    {
        if (item.Answer.Count > 0 && item.Item.Count > 0)
            context.Add(ItemOrAnswer);
    }
}
