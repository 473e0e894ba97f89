using Hub.Core.Content;
using Hub.Fhir.Model;
using Hub.Mappings.Fhir.Observations;
using Hub.Mappings.Fhir.Plans;
using Hub.Mappings.Ledger;

namespace Hub.Mappings.Journal;

/// <summary>What one document can hold inside another: each part adds its entries and sections and gives references for the section it belongs to.</summary>
internal static class JournalParts
{
    /// <summary>A measurement as an entry.</summary>
    public static IReadOnlyList<Reference> Measurement(
        Measurement measurement, JournalDocument document, MappingLedger ledger, FhirList<Reference>? derivedFrom = null)
    {
        var frame = new ObservationFrame(document.Envelope, document.Subject, [], document.Device) { DerivedFrom = derivedFrom ?? [] };
        var observation = ObservationWriting.Write(measurement, frame, ledger);
        if (observation.IsOk)
            return [document.Add(observation.Value)];
        document.Errors.AddRange(observation.Errors);
        return [];
    }

    /// <summary>A content that came attached to a note.</summary>
    public static IReadOnlyList<Reference> Attached(HomeContent content, JournalDocument document, MappingLedger ledger)
    {
        switch (content)
        {
            case Measurement measurement:
                return Measurement(measurement, document, ledger);
            case Alert alert:
                return AlertPart.Entries(alert, document, ledger);
            case QuestionnaireAnswers answers:
                return QuestionnairePart.Write(answers, document, ledger);
            case ChatExcerpt chat:
                ChatPart.Write(chat, document, ledger);
                return [];
            case PatientStatus status:
                StatusPart.Write(status, document, ledger);
                return [];
            case SelfTreatmentPlan plan:
                return [document.Add(CarePlanWriting.Write(plan, new CarePlanFrame(document.Envelope, document.Subject, null, []), ledger))];
            case MeasurementTrend trend:
                return TrendPart.Write(trend, document, ledger);
            case DeviceEvent device:
                return DevicePart.Write(device, document, ledger);
            case CareHandover handover:
                return HandoverPart.Write(handover, document, ledger);
            case JournalNote note:
                NotePart.Write(note, document, ledger);
                return [];
            default:
                throw new InvalidOperationException($"No journal part writes {content.Kind}.");
        }
    }
}
