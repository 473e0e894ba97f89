using Hub.Fhir.Model;
using Hub.Fhir.Terminology;

namespace Hub.UnitTests.Fhir;

/// <summary>One resource of each kind the hub makes, all fictitious.</summary>
internal static class Examples
{
    private static readonly FhirDateTime Noon = FhirDateTime.FromInstant(new DateTimeOffset(2026, 11, 20, 12, 0, 0, TimeSpan.FromHours(1)));

    internal static Reference Subject { get; } = new()
    {
        Type = "Patient",
        Identifier = new Identifier { System = IdentifierSystems.Fnr, Value = "13116900216" },
        Display = "Line Danser",
    };

    internal static Resource[] All =>
    [
        .. Measurements.All.Select(terms => (Resource)Measured(terms)), Alert, Form, Note, Plan, Document, Batch, Outcome, Party, Reader, Municipality,
        Meter, File, Bytes, Origin,
    ];

    internal static Observation Measured(MeasurementTerms terms) => new()
    {
        Meta = new Meta { Profile = terms.VitalSignProfile is null ? [terms.VkpProfile] : [terms.VitalSignProfile, terms.VkpProfile] },
        Identifier = [new Identifier { System = IdentifierSystems.Uri, Value = "urn:uuid:00000000-0000-4000-8000-0000000000aa" }],
        Status = ObservationStatus.Final,
        Category = [new CodeableConcept { Coding = [new Coding { System = CodeSystems.ObservationCategory, Code = terms.Category }] }],
        Code = terms.Code,
        Subject = Subject,
        Effective = Noon,
        Value = terms.Components.Count > 0 ? null : terms.Unit is null ? AcvpuLevel.All[0].ToConcept() : Amount(Middle(terms.Plausible), terms.Unit),
        Interpretation = [Interpretations.Terms[Interpretations.Normal].ToConcept()],
        ReferenceRange = terms.Unit is null || terms.Components.Count > 0 ? [] : [new ObservationReferenceRange { Low = Amount(terms.Plausible?.Low ?? 0, terms.Unit) }],
        Note = [new Annotation { Text = "Målt i ro – \"litt\" trøtt 😀\n<neste linje>" }],
        Component = terms.Components.Select(part => new ObservationComponent
        {
            Code = new CodeableConcept
            {
                Coding = part.Snomed is null
                    ? [new Coding { System = CodeSystems.Loinc, Code = part.Loinc }]
                    : [new Coding { System = CodeSystems.Loinc, Code = part.Loinc }, new Coding { System = CodeSystems.Snomed, Code = part.Snomed }],
            },
            Value = Amount(Middle(part.Plausible), part.Unit),
        }).ToFhirList(),
    };

    internal static Quantity Amount(decimal value, string unit) => new() { Value = value, Unit = unit, System = CodeSystems.Ucum, Code = unit };

    private static DetectedIssue Alert => new()
    {
        Meta = new Meta { Profile = [VkpProfiles.DetectedIssue] },
        Status = DetectedIssueStatus.Final,
        Code = VkpAlertCodes.Terms[VkpAlertCodes.MeasurementReported].ToConcept(),
        Severity = DetectedIssueSeverity.Moderate,
        Patient = Subject,
        Identified = Noon,
        Detail = "yellow",
        Implicated = [new Reference { Target = "urn:uuid:00000000-0000-4000-8000-000000000004" }],
    };

    private static QuestionnaireResponse Form => new()
    {
        Meta = new Meta { Profile = [VkpProfiles.QuestionnaireResponse] },
        Status = QuestionnaireResponseStatus.Completed,
        Subject = Subject,
        Authored = Noon,
        Item =
        [
            new QuestionnaireResponseItem
            {
                LinkId = "1",
                Item =
                [
                    new QuestionnaireResponseItem { LinkId = "1.1", Text = "Hoste", Answer = [new QuestionnaireResponseAnswer { Value = 3 }] },
                    new QuestionnaireResponseItem { LinkId = "1.2", Answer = [new QuestionnaireResponseAnswer { Value = 2.50m }] },
                    new QuestionnaireResponseItem { LinkId = "1.3", Answer = [new QuestionnaireResponseAnswer { Value = true }] },
                ],
            },
        ],
    };

    private static Composition Note => new()
    {
        Meta = new Meta { Profile = [VkpProfiles.Composition] },
        Status = CompositionStatus.Final,
        Type = new CodeableConcept { Coding = [new Coding { System = CodeSystems.Loinc, Code = "34133-9" }] },
        Category = [VkpCompositionCategories.Terms[VkpCompositionCategories.HomeFollowUp].ToConcept()],
        Subject = Subject,
        Date = Noon,
        Author = [new Reference { Identifier = new Identifier { System = IdentifierSystems.Hpr, Value = "9999999" } }],
        Title = "Oppfølging av varsel",
        Event = [new CompositionEvent { Code = [VkpCompositionEvents.Terms[VkpCompositionEvents.Reported].ToConcept()], Period = new Period { Start = Noon } }],
        Section =
        [
            new CompositionSection
            {
                Title = "Oppfølging",
                Code = VkpCompositionSections.Terms[VkpCompositionSections.FollowUp].ToConcept(),
                Text = NarrativeText.FromText("Ringt pasienten.\nNy måling < 2 timer & kontroll."),
                Entry = [new Reference { Target = "urn:uuid:00000000-0000-4000-8000-000000000003" }],
            },
        ],
    };

    private static CarePlan Plan => new()
    {
        Meta = new Meta { Profile = [VkpProfiles.CarePlan] },
        Contained =
        [
            new Condition { Id = "green", Subject = Subject, Severity = PlanZones.Terms["green"].ToConcept(), Code = new CodeableConcept { Text = "Som vanlig" } },
            new Goal { Id = "goal", LifecycleStatus = GoalStatus.Active, Description = new CodeableConcept { Text = "Gå tur" }, Subject = Subject },
        ],
        Status = CarePlanStatus.Active,
        Intent = CarePlanIntent.Plan,
        Category = [VkpCarePlanCategories.Terms[VkpCarePlanCategories.SelfTreatment].ToConcept()],
        Title = "Egenbehandlingsplan",
        Subject = Subject,
        Period = new Period { Start = FhirDateTime.FromDate(new DateOnly(2026, 11, 1)) },
        Addresses = [new Reference { Target = "#green" }],
        Goal = [new Reference { Target = "#goal" }],
        Activity = [new CarePlanActivity { Detail = new CarePlanActivityDetail { Status = CarePlanActivityStatus.Scheduled, Description = "Ta medisin" } }],
    };

    private static Bundle Document => new()
    {
        Identifier = new Identifier { System = IdentifierSystems.Uri, Value = "urn:uuid:00000000-0000-4000-8000-000000000001" },
        Type = BundleType.Document,
        Timestamp = Noon,
        Entry =
        [
            new BundleEntry { FullUrl = "urn:uuid:00000000-0000-4000-8000-000000000002", Resource = Note },
            new BundleEntry { FullUrl = "urn:uuid:00000000-0000-4000-8000-000000000003", Resource = Alert },
            new BundleEntry { FullUrl = "urn:uuid:00000000-0000-4000-8000-000000000004", Resource = Measured(Measurements.Find("blood-pressure")!) },
        ],
    };

    private static Bundle Batch => new()
    {
        Type = BundleType.Batch,
        Entry =
        [
            new BundleEntry
            {
                FullUrl = "urn:uuid:00000000-0000-4000-8000-000000000005",
                Resource = Measured(Measurements.Find("glucose")!),
                Request = new BundleEntryRequest { Method = HttpVerb.Post, Url = "Observation" },
            },
        ],
    };

    private static OperationOutcome Outcome => new()
    {
        Issue =
        [
            new OperationOutcomeIssue
            {
                Severity = IssueSeverity.Error, Code = IssueType.Invalid, Diagnostics = "The string is empty.", Expression = ["Device.identifier[0].value"],
            },
        ],
    };

    private static Patient Party => new()
    {
        Identifier = [new Identifier { System = IdentifierSystems.Fnr, Value = "13116900216" }],
        Name = [new HumanName { Family = "Danser", Given = ["Line"] }],
        BirthDate = FhirDateTime.FromDate(new DateOnly(1969, 11, 13)),
        Gender = AdministrativeGender.Female,
    };

    private static Practitioner Reader => new() { Identifier = [new Identifier { System = IdentifierSystems.Hpr, Value = "9999999" }], Active = true };

    private static Organization Municipality => new() { Identifier = [new Identifier { System = IdentifierSystems.Enh, Value = "312229544" }], Name = "Testkommune" };

    private static Device Meter => new()
    {
        Identifier = [new Identifier { System = "urn:example:serial", Value = "0001" }],
        Manufacturer = "Eksempel",
        DeviceName = [new DeviceName { Name = "Blodtrykksmåler", Type = DeviceNameType.UserFriendlyName }],
    };

    private static DocumentReference File => new()
    {
        Status = DocumentReferenceStatus.Current,
        Subject = Subject,
        Content = [new DocumentReferenceContent { Attachment = new Attachment { ContentType = "text/plain", Data = "SGVp" } }],
    };

    private static Binary Bytes => new() { ContentType = "application/xml", Data = "PGEvPg==" };

    private static Provenance Origin => new()
    {
        Target = [new Reference { Identifier = new Identifier { System = IdentifierSystems.Uri, Value = "urn:uuid:00000000-0000-4000-8000-000000000001" } }],
        Recorded = Noon,
        Agent = [new ProvenanceAgent { Who = new Reference { Identifier = new Identifier { System = IdentifierSystems.Enh, Value = "312229544" } } }],
    };

    private static decimal Middle(PlausibleRange? range) => range is null ? 12 : Math.Round((range.Low + range.High) / 2, 0);
}
