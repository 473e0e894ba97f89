using Hub.Core.Content;
using Hub.Core.Errors;
using Hub.Core.Mappings;
using Hub.Fhir.Model;
using Hub.Fhir.Terminology;
using Hub.Mappings.Fhir;
using Hub.Mappings.Fhir.Observations;
using Hub.Mappings.Ledger;

namespace Hub.Mappings.Journal;

/// <summary>A VKP document in the making: parts add sections and entries, and the Bundle is put together last (FHIR R4 documents.html, vkp-Composition-v090).</summary>
internal sealed class JournalDocument
{
    private static readonly LedgerEntry CorrectsLine = Line.To("Corrects", "Composition.relatesTo");
    private readonly MappingContext _context;
    private readonly string _form;
    private readonly List<BundleEntry> _entries = [];
    private readonly Dictionary<DeviceInfo, Reference> _devices = [];

    public JournalDocument(Envelope envelope, MappingContext context, string form, Reference subject)
    {
        (Envelope, _context, _form, Subject) = (envelope, context, form, subject);
        Id = context.Ids.For(form).ToString();
        Identifiers = [HubIdentifiers.OfEvent(envelope, envelope.SourceId)];
    }

    public Envelope Envelope { get; }

    public MappingContext Context => _context;

    public Reference Subject { get; }

    public string Id { get; }

    public List<HubError> Errors { get; } = [];

    public string Title { get; set; } = "Journalnotat fra digital hjemmeoppfølging";

    public FhirDateTime? Date { get; set; }

    public string Status { get; set; } = CompositionStatus.Final;

    /// <summary>LOINC 34133-9, summary of episode note: what VKP names for a journal note.</summary>
    public CodeableConcept Type { get; set; } = new() { Coding = [new Hub.Fhir.Model.Coding { System = CodeSystems.Loinc, Code = "34133-9" }], Text = "Journalnotat" };

    public FhirList<CodeableConcept> Categories { get; set; } = [new CodeableConcept { Coding = [HomeFollowUp] }];

    public List<Identifier> Identifiers { get; }

    public List<CompositionRelatesTo> RelatesTo { get; } = [];

    public List<Reference> Authors { get; } = [];

    public List<Hub.Fhir.Model.Coding> Tags { get; } = [];

    public List<CompositionEvent> Events { get; } = [];

    public List<CompositionSection> Sections { get; } = [];

    public static Hub.Fhir.Model.Coding HomeFollowUp { get; } = VkpCompositionCategories.Terms[VkpCompositionCategories.HomeFollowUp].ToCoding();

    /// <summary>Adds an entry.</summary>
    /// <returns>A reference to it.</returns>
    public Reference Add(Resource resource)
    {
        var url = Url($"entry-{_entries.Count + 1}");
        _entries.Add(new BundleEntry { FullUrl = url, Resource = resource });
        return new Reference { Target = url };
    }

    /// <summary>The entry of a device; the same device is one entry.</summary>
    public Reference Device(DeviceInfo info)
    {
        if (!_devices.TryGetValue(info, out var reference))
            _devices[info] = reference = Add(ObservationDevices.Resource(info));
        return reference;
    }

    /// <summary>Adds the traffic light as a tag.</summary>
    public void Tag(Triage triage)
    {
        if (ObservationInterpretations.Light(triage) is { } light && !Tags.Contains(light))
            Tags.Add(light);
    }

    /// <summary>Names the event that a content corrects; the journal finds the earlier document by its Composition.identifier.</summary>
    public void Corrects(HomeContent content, MappingLedger ledger)
    {
        if (FhirWords.Text(content.Corrects) is not { } corrected)
            return;
        ledger.Add(CorrectsLine);
        RelatesTo.Add(new CompositionRelatesTo { Code = DocumentRelationshipType.Replaces, Target = HubIdentifiers.OfEvent(Envelope, corrected) });
    }

    /// <summary>Adds an author; one without identifier and name is nobody.</summary>
    public void Author(Party? party)
    {
        if (FhirParties.Reference(party) is { } reference)
            Authors.Add(reference);
    }

    /// <summary>Puts the Bundle together.</summary>
    public Bundle ToBundle() => new()
    {
        Identifier = FhirWords.Identifier(IdentifierSystems.Uri, $"urn:uuid:{Id}"),
        Type = BundleType.Document,
        Timestamp = FhirDateTime.FromInstant(Envelope.AcceptedAt),
        Entry = [new BundleEntry { FullUrl = Url("composition"), Resource = Composition() }, .. _entries],
    };

    private Composition Composition() => new()
    {
        Meta = new Meta { Profile = [VkpProfiles.Composition], Tag = Tags.ToFhirList() },
        Extension = Identifiers.Skip(1).Select(i => new Extension { Url = HubExtensions.Identifier, Value = i }).ToFhirList(),
        Identifier = Identifiers[0],
        Status = Status,
        Type = Type,
        Category = Categories,
        Subject = Subject,
        Date = Date ?? FhirDateTime.FromInstant(Envelope.AcceptedAt),
        // Composition.author is required: where the source names nobody, the system that sent it is the author, and nobody is made up.
        Author = Authors.Count > 0 ? Authors.ToFhirList() : [new Reference { Type = "Device", Display = Envelope.Source }],
        Title = Title,
        Custodian = new Reference
        {
            Type = "Organization",
            Identifier = FhirWords.Identifier(IdentifierSystems.Enh, _context.Tenant.Organization.Orgnr),
            Display = FhirWords.Text(_context.Tenant.Organization.Name),
        },
        RelatesTo = RelatesTo.ToFhirList(),
        Event = Events.ToFhirList(),
        Section = Sections.ToFhirList(),
    };

    private string Url(string role) => $"urn:uuid:{_context.Ids.For($"{_form}/{role}")}";
}
