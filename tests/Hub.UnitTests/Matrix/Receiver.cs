using Hub.Core.Content;

namespace Hub.UnitTests.Matrix;

/// <summary>A receiver of the matrix, and the mapping that its routes use for each kind of content.</summary>
/// <param name="Name">Adapter, or who it is.</param>
/// <param name="Title">For people.</param>
/// <param name="As">Mapping per kind; a kind that is not there does not go to it.</param>
internal sealed record Receiver(string Name, string Title, IReadOnlyDictionary<ContentKind, string> As)
{
    private static readonly ContentKind[] FromHome =
    [
        ContentKind.Measurement, ContentKind.Alert, ContentKind.Note, ContentKind.Chat, ContentKind.Questionnaire, ContentKind.Plan, ContentKind.Status, ContentKind.Trend, ContentKind.Handover,
        ContentKind.DeviceEvent,
    ];

    private static readonly Dictionary<ContentKind, string> Journal = new()
    {
        [ContentKind.Measurement] = "fhir.observation",
        [ContentKind.Alert] = "journal.alert",
        [ContentKind.Note] = "journal.note",
        [ContentKind.Chat] = "journal.chat",
        [ContentKind.Questionnaire] = "journal.questionnaire",
        [ContentKind.Plan] = "fhir.careplan",
        [ContentKind.Status] = "journal.status",
        [ContentKind.Trend] = "journal.trend",
        [ContentKind.Handover] = "journal.handover",
        [ContentKind.DeviceEvent] = "journal.device",
    };

    private static readonly Dictionary<ContentKind, string> Hospital = new(FromHome.ToDictionary(k => k, _ => "dips.document"))
    {
        [ContentKind.Measurement] = "dips.observation",
        [ContentKind.Alert] = "dips.alert",
        [ContentKind.Questionnaire] = "report.questionnaire",
        [ContentKind.Plan] = "fhir.careplan",
        [ContentKind.DeviceEvent] = "dips.alert",
    };

    /// <summary>The mapping for a vendor: forms of a system for forms come to the hospital as reports.</summary>
    public string MappingFor(string vendor, string mapping) => (vendor, Name, mapping) is ("checkware", "dips", "fhir.questionnaire") ? "report.questionnaire" : mapping;

    /// <summary>What journals, hospital and practitioners are sent.</summary>
    public static IReadOnlyList<Receiver> All { get; } =
    [
        new("gerica", "Gerica-like", Journal),
        new("profil", "Profil-like", FromHome.ToDictionary(k => k, _ => "profil.document")),
        new("dips", "DIPS", Hospital),
        new("fastlege", "GP (ebXML)", FromHome.Where(k => k != ContentKind.Status).ToDictionary(k => k, _ => "dialog.helsefaglig")),
    ];
}
