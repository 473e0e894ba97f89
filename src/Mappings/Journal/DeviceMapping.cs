using Hub.Core.Content;
using Hub.Fhir.Model;
using Hub.Fhir.Terminology;
using Hub.Mappings.Fhir;
using Hub.Mappings.Ledger;
using Hub.Mappings.Letters;

namespace Hub.Mappings.Journal;

/// <summary>Mapping <c>journal.device</c>: automatic journaling of what a device in the home reported.</summary>
public sealed class DeviceMapping : JournalMapping<DeviceEvent>
{
    /// <summary>Makes it.</summary>
    public DeviceMapping()
        : base("journal.device", ContentKind.DeviceEvent)
    {
    }

    private protected override void Write(DeviceEvent content, JournalDocument document, MappingLedger ledger)
    {
        document.Title = DeviceWords.Title(content);
        document.Date = FhirTimes.Start(content.Time);
        document.Categories = [new CodeableConcept { Coding = [VkpCompositionCategories.Terms[VkpCompositionCategories.SafetyAndCoping].ToCoding()] }];
        document.Author(content.Responder);
        DevicePart.Write(content, document, ledger);
    }
}
