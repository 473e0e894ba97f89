using Hub.Core.Content;
using Hub.Core.Identities;
using CodeSystems = Hub.Fhir.Terminology.CodeSystems;
using Home = Hub.Core.Content;
using Measurements = Hub.Fhir.Terminology.Measurements;

namespace Hub.UnitTests.Mappings;

/// <summary>One measurement of every kind, and the variations that documents must survive.</summary>
internal static class SampleMeasurements
{
    private static readonly ClinicalTime At = new(new DateTimeOffset(2026, 3, 1, 8, 15, 0, TimeSpan.FromHours(1)), Literal: "2026-03-01T08:15:00.250+01:00");

    private static readonly DeviceInfo Device = new("Nonin 3230", "Nonin", "3230", "SN-77", [new Identifier("urn:oid:1.2.840.10004.1.1.1.0.0.1.0.0.1.2680", "001C050100000000")]);

    public static IEnumerable<(string Name, Measurement Content)> All() => MeasurementKind.All.SelectMany(Of);

    public static Measurement Plain(string kind) => kind switch
    {
        MeasurementKind.BloodPressure => new Measurement(kind, At)
        {
            Components =
            [
                Part(MeasurementKind.Systolic, 152, "mm[Hg]"),
                Part(MeasurementKind.Diastolic, 94, "mm[Hg]"),
            ],
        },
        MeasurementKind.Consciousness => new Measurement(kind, At) { Value = new Measured(Code: new Concept([], "A - Våken")) },
        MeasurementKind.Other => new Measurement(kind, At)
        {
            Codes = new Concept([new Home.Coding("http://snomed.info/sct", "20572008", "Rett fram")], "Hostedagbok"),
            Value = new Measured(Text: "Mye hoste i natt"),
        },
        _ => new Measurement(kind, At) { Value = Measured.Of(Typical(kind), Measurements.Find(kind)!.Unit!) },
    };

    private static IEnumerable<(string Name, Measurement Content)> Of(string kind)
    {
        var plain = Plain(kind);
        yield return ($"{kind}-plain", plain);
        yield return ($"{kind}-thresholds", WithThresholds(plain) with { Triage = Triage.Yellow });
        yield return ($"{kind}-converted", plain with { Originals = [new OriginalValue(null, 100.50m, "mg/dL")] });
        yield return ($"{kind}-corrected", plain with { Corrects = "evt-0", Status = "final" });
        yield return ($"{kind}-absent", plain with { Components = [], Value = new Measured(Absent: new Concept([new Home.Coding(CodeSystems.DataAbsentReason, "error")])) });
        yield return ($"{kind}-nothing", plain with { Components = [], Value = null });
        yield return ($"{kind}-rich", Rich(plain));
        yield return ($"{kind}-day", plain with { Time = new ClinicalTime(new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero), TimePrecision.Day) });
        yield return ($"{kind}-period", plain with { Time = At with { End = At.Start.AddMinutes(2) } });
    }

    private static Measurement WithThresholds(Measurement plain) => plain.Components.Count > 0
        ? plain with { Components = [.. plain.Components.Select(c => c with { Thresholds = Thresholds(c.Value) })] }
        : plain with { Thresholds = Thresholds(plain.Value!) };

    private static Threshold[] Thresholds(Measured value) => value.Quantity is not { } q
        ? [new Threshold(Triage.Green, null, null, "våken"), new Threshold(Triage.None, null, null)]
        :
        [
            new Threshold(Triage.Green, q with { Value = q.Value * 0.8m }, q with { Value = q.Value * 0.9m }),
            new Threshold(Triage.Yellow, q with { Value = q.Value * 0.9m }, q with { Value = q.Value * 1.2m }, "litt høyt"),
            new Threshold(Triage.Red, q with { Value = q.Value * 1.2m }, null),
            new Threshold(Triage.Red, null, q with { Value = q.Value * 0.5m }),
        ];

    private static Measurement Rich(Measurement plain) => plain with
    {
        Triage = Triage.Red,
        Device = Device,
        Issued = At.Start.AddSeconds(5),
        Notes = ["Målt i ro.", "Etter frokost\nog kaffe <stor>"],
        Identifiers = [new Identifier("urn:ietf:rfc:3986", "urn:uuid:5f0d4a7e-6f7b-4f0a-9f64-0a2f64b1c111"), new Identifier("", "12")],
        BodySite = new Concept([new Home.Coding("http://snomed.info/sct", "368209003", "høyre overarm"), new Home.Coding("http://snomed.info/sct", "7569003")], "arm"),
        Method = new Concept([new Home.Coding("http://snomed.info/sct", "371911009", "oscillometri")]),
        Interpretation = new Concept([new Home.Coding(CodeSystems.ObservationInterpretation, "H")], "høy"),
        Categories = [new Concept([new Home.Coding("http://vendor.example/category", "home")])],
        Codes = new Concept([.. plain.Codes.Codings, new Home.Coding("http://vendor.example/code", "x1", "Vendor's word")], "Leverandørens navn"),
        Performers =
        [
            new Party(PartyRole.Practitioner, new Identifier(IdentifierSystems.Fnr, "13717404089"), "Kari Nordmann"),
            new Party(PartyRole.Practitioner, new Identifier(IdentifierSystems.Hpr, "9999999"), "Ola Nordmann"),
            new Party(PartyRole.Organization, new Identifier(IdentifierSystems.Orgnr, "994598759"), "NHN"),
            new Party(PartyRole.Patient, new Identifier(IdentifierSystems.Fnr, "13116900216"), null),
            new Party(PartyRole.System, null, "Dignio"),
        ],
    };

    private static MeasurementComponent Part(string name, decimal value, string unit) => new(name, new Concept([]), Measured.Of(value, unit), []);

    private static decimal Typical(string kind) => kind switch
    {
        MeasurementKind.HeartRate => 72,
        MeasurementKind.OxygenSaturation => 91,
        MeasurementKind.BodyTemperature => 37.0m,
        MeasurementKind.BodyWeight => 81.60m,
        MeasurementKind.Glucose => 7.0m,
        MeasurementKind.RespiratoryRate => 18,
        MeasurementKind.Fev1 => 1.42m,
        MeasurementKind.Fvc => 2.91m,
        MeasurementKind.PeakFlow => 310,
        MeasurementKind.Steps => 4210,
        MeasurementKind.Inr => 2.4m,
        MeasurementKind.Crp => 12,
        MeasurementKind.CatScore => 17,
        MeasurementKind.Eq5dVas => 65,
        MeasurementKind.Eq5dIndex => 0.812m,
        MeasurementKind.News2 => 5,
        MeasurementKind.ClinicalFrailty => 4,
        MeasurementKind.BodyHeight => 178,
        MeasurementKind.Bmi => 24.9m,
        _ => 1,
    };
}
