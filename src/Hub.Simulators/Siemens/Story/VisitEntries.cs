using Hub.Fhir.Model;
using Hub.Fhir.Terminology;

namespace Hub.Simulators.Siemens;

/// <summary>Writes what is answered in one visit.</summary>
internal sealed class VisitEntries(PersonEntries frame, string visit, DateTimeOffset at)
{
    private const string GatewayUrl = "http://hl7.org/fhir/StructureDefinition/observation-gatewayDevice";
    private const string Alerts = "urn:siemens-like:alert";
    private readonly List<BundleEntry> _entries = [];
    private readonly List<string> _sources = [];

    public IReadOnlyList<BundleEntry> Entries => _entries;

    public IReadOnlyList<string> Sources => _sources;

    public void Value(string name, CodeableConcept code, decimal value, string unit, bool isVital) =>
        Add(name, Observation($"{visit}-{name}", code, isVital) with { Value = PhdCodes.Amount(value, unit) });

    public void Corrected(string id, CodeableConcept code, decimal value, string unit)
    {
        var corrected = Observation(id, code, isVital: true) with { Meta = new Meta { VersionId = "2" }, Status = ObservationStatus.Corrected, Value = PhdCodes.Amount(value, unit) };
        _sources.Add(id);
        _entries.Add(PersonEntries.Entry(frame.Urn("corrected"), "Observation", corrected));
    }

    public void BloodPressure(int systolic, int diastolic) => Add("bp", Observation($"{visit}-bp", PhdCodes.Both("150020", "85354-9"), isVital: true) with
    {
        Component =
        [
            new ObservationComponent { Code = PhdCodes.Both("150021", "8480-6"), Value = PhdCodes.Amount(systolic, "mm[Hg]") },
            new ObservationComponent { Code = PhdCodes.Both("150022", "8462-4"), Value = PhdCodes.Amount(diastolic, "mm[Hg]") },
        ],
    });

    public void AlertWithNote(string cause, string text)
    {
        var (alert, alertId) = (frame.Urn("alert"), $"{visit}-alert");
        var nurse = frame.Urn("nurse");
        _entries.Add(PersonEntries.Entry(nurse, "Practitioner", new Practitioner { Identifier = [new Identifier { System = IdentifierSystems.Hpr, Value = "9990001" }], Name = [new HumanName { Text = "Kari Modellnes" }] }));
        _sources.Add(alertId);
        _entries.Add(PersonEntries.Entry(alert, "DetectedIssue", new DetectedIssue
        {
            Identifier = [new Identifier { System = Alerts, Value = alertId }],
            Status = DetectedIssueStatus.Final,
            Code = new CodeableConcept { Coding = [new Coding { System = CodeSystems.VkpAlertCode, Code = "5.2.1" }], Text = "Måledata rapportert" },
            Severity = DetectedIssueSeverity.High,
            Patient = new Reference { Target = frame.Patient },
            Identified = Time(at),
            Implicated = [new Reference { Target = frame.Urn(cause) }],
            Detail = text,
            Mitigation = [new DetectedIssueMitigation { Action = new CodeableConcept { Text = "Ringt pasienten." }, Date = Moment(at.AddSeconds(40)), Author = new Reference { Target = nurse } }],
        }));
        _sources.Add($"{visit}-note");
        _entries.Add(PersonEntries.Entry(frame.Urn("note"), "Composition", new Composition
        {
            Identifier = new Identifier { System = "urn:siemens-like:note", Value = $"{visit}-note" },
            Status = CompositionStatus.Final,
            Type = PhdCodes.Of(CodeSystems.Loinc, "34133-9"),
            Category = [PhdCodes.Of(CodeSystems.VkpCompositionCategory, VkpCompositionCategories.HomeFollowUp)],
            Subject = new Reference { Target = frame.Patient },
            Date = Moment(at.AddSeconds(50)),
            Author = [new Reference { Target = nurse }],
            Title = "Oppfølging av varsel",
            Section =
            [
                new CompositionSection
                {
                    Title = "Notat",
                    Text = new Narrative { Status = NarrativeStatus.Generated, Div = "<div xmlns=\"http://www.w3.org/1999/xhtml\"><p>Ringt pasienten, som følger planen. Ny måling om en time.</p></div>" },
                    Entry = [new Reference { Target = alert }, new Reference { Target = frame.Urn(cause) }],
                },
            ],
        }));
    }

    public void Form(int cough, int breath)
    {
        _sources.Add($"{visit}-form");
        _entries.Add(PersonEntries.Entry(frame.Urn("form"), "QuestionnaireResponse", new QuestionnaireResponse
        {
            Identifier = new Identifier { System = "urn:siemens-like:form", Value = $"{visit}-form" },
            Questionnaire = "urn:siemens-like:form:kols-uke|2",
            Status = QuestionnaireResponseStatus.Completed,
            Subject = new Reference { Target = frame.Patient },
            Authored = Moment(at),
            Item =
            [
                new QuestionnaireResponseItem { LinkId = "hoste", Text = "Hvor mye hoster du?", Answer = [new QuestionnaireResponseAnswer { Value = new FhirInteger(cough) }] },
                new QuestionnaireResponseItem { LinkId = "pust", Text = "Hvor tungpusten er du?", Answer = [new QuestionnaireResponseAnswer { Value = new FhirInteger(breath) }] },
            ],
        }));
    }

    private void Add(string name, Observation observation)
    {
        _sources.Add(observation.Identifier[0].Value!);
        _entries.Add(PersonEntries.Entry(frame.Urn(name), "Observation", observation, $"identifier={SiemensStory.ValueSystem}|{observation.Identifier[0].Value}"));
    }

    private Observation Observation(string id, CodeableConcept code, bool isVital) => new()
    {
        Extension = [new Extension { Url = GatewayUrl, Value = new Reference { Target = frame.Gateway } }],
        Identifier = [new Identifier { System = SiemensStory.ValueSystem, Value = id }],
        Status = ObservationStatus.Final,
        Category = PhdCodes.Categories(isVital),
        Code = code,
        Subject = new Reference { Target = frame.Patient },
        Effective = Time(at),
        Device = new Reference { Target = frame.Device },
    };

    private static FhirTime Time(DateTimeOffset at) => new(Moment(at));

    private static FhirDateTime Moment(DateTimeOffset at) => FhirDateTime.FromInstant(at);
}
