using Hub.Core.Content;
using Hub.Core.Errors;
using Hub.Core.Identities;
using Hub.Core.Lookups;
using Hub.Simulators.Dips;
using Xunit;

namespace Hub.UnitTests.Dips;

/// <summary>Questions to the simulated journal.</summary>
public sealed class DipsLookupTests
{
    private static readonly Identifier Line = new(IdentifierSystems.Fnr, DipsBench.National);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Should_tell_who_somebody_is_with_doctor_contacts_and_the_service()
    {
        await using var bench = await DipsBench.OpenAsync();

        var answer = (await bench.Lookup().AskAsync(new LookupQuery.PersonaliaOf(Line), Cancel)).Value;

        var finding = Assert.Single(answer.Findings);
        Assert.True(answer.Complete);
        Assert.Equal((Line, "Line Danser"), (finding.Patient.Id, finding.Patient.Name));
        var personalia = Assert.IsType<Personalia>(finding.Content);
        Assert.Equal(("Line", "Danser", "1969-11-13", "female", false), (personalia.Given, personalia.Family, personalia.BirthDate, personalia.Gender, personalia.Deceased));
        Assert.Equal("Strandgata 1, 8001 Bodø, home, 1804", personalia.Addresses is [var home] ? $"{home.Lines[0]}, {home.PostalCode} {home.City}, {home.Use}, {home.MunicipalityCode}" : "");
        Assert.Equal(("Kari Danser", "datter", "91919191"), personalia.Contacts is [var kari] ? (kari.Name, kari.Relation, kari.Telecoms[0].Value) : default);
        Assert.Equal(("Lege Legesen", "9144889"), (personalia.GeneralPractitioner?.Name, personalia.GeneralPractitioner?.Id?.Value));
        Assert.Equal(["dho"], personalia.Services.Select(s => s.Code.Code));
        Assert.DoesNotContain(bench.Server.Requests.Keys, k => k.StartsWith("GET", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("fortrolig", AddressProtection.Confidential)]
    [InlineData("strengtFortrolig", AddressProtection.StrictlyConfidential)]
    [InlineData("ugradert", AddressProtection.None)]
    public async Task Should_tell_that_an_address_is_protected(string grade, AddressProtection expected)
    {
        await using var bench = await DipsBench.OpenAsync(patients: new DipsPatient(DipsBench.National) { Protection = grade });

        var answer = await bench.Lookup().AskAsync(new LookupQuery.PersonaliaOf(Line), Cancel);

        Assert.Equal(expected, ((Personalia)answer.Value.Findings[0].Content).Protection);
    }

    [Fact]
    public async Task Should_not_know_whom_the_journal_does_not_know()
    {
        await using var bench = await DipsBench.OpenAsync();
        await bench.Server.SetFaultsAsync(new DipsFaults { Unknown = [DipsBench.National] });
        var lookup = bench.Lookup();

        foreach (var query in new LookupQuery[] { new LookupQuery.PersonaliaOf(Line), new LookupQuery.MeasurementsOf(Line), new LookupQuery.PlansOf(Line) })
            Assert.Equal(LookupErrors.PatientUnknown.Code, Assert.Single((await lookup.AskAsync(query, Cancel)).Errors).Code);
    }

    [Fact]
    public async Task Should_use_nothing_of_an_answer_about_somebody_else()
    {
        await using var bench = await DipsBench.OpenAsync(patients: [new DipsPatient(DipsBench.National), new DipsPatient("11845599620")]);
        await bench.SendAsync(DipsBench.Weight());
        await bench.SendAsync(DipsBench.Item("fhir.careplan", SelfPlan.SamplePlans.Copd, key: "key-2"));
        var lookup = bench.Lookup();
        Assert.Single((await lookup.AskAsync(new LookupQuery.MeasurementsOf(Line), Cancel)).Value.Findings);
        await bench.Server.SetFaultsAsync(new DipsFaults { WrongPatient = true });

        foreach (var query in new LookupQuery[] { new LookupQuery.PersonaliaOf(Line), new LookupQuery.MeasurementsOf(Line), new LookupQuery.PlansOf(Line) })
            Assert.Equal(LookupErrors.Unreadable.Code, Assert.Single((await lookup.AskAsync(query, Cancel)).Errors).Code);
    }

    [Fact]
    public async Task Should_give_the_values_of_a_period_newest_first_as_many_as_were_asked_for()
    {
        await using var bench = await DipsBench.OpenAsync();
        foreach (var hour in Enumerable.Range(0, 6))
            bench.Server.Put(Pulse($"2026-03-01T{hour + 8:D2}:00:00+01:00", $"6{hour}.50"));
        await bench.SendAsync(DipsBench.Weight());
        var lookup = bench.Lookup();
        var from = new DateTimeOffset(2026, 3, 1, 9, 0, 0, TimeSpan.FromHours(1));

        var some = await AskAsync(new LookupQuery.MeasurementsOf(Line) { What = [MeasurementKind.HeartRate], From = from, To = from.AddHours(3) });
        Assert.Equal(["63.50", "62.50", "61.50"], some.Findings.Select(Value));
        Assert.True(some.Complete);
        Assert.All(some.Findings, f => Assert.Equal(Line, f.Patient.Id));

        Assert.Equal(3, (await AskAsync(new LookupQuery.MeasurementsOf(Line) { Last = 2 })).Findings.Count);
        var few = await AskAsync(new LookupQuery.MeasurementsOf(Line) { Limit = 4 });
        Assert.Equal((4, false), (few.Findings.Count, few.Complete));

        async Task<LookupAnswer> AskAsync(LookupQuery query)
        {
            var answer = await lookup.AskAsync(query, Cancel);
            Assert.Empty(answer.Errors);
            return answer.Value;
        }
    }

    [Fact]
    public async Task Should_read_all_pages_and_say_so_when_there_are_no_others_to_be_had()
    {
        await using var bench = await DipsBench.OpenAsync();
        foreach (var minute in Enumerable.Range(0, 230))
            bench.Server.Put(Pulse($"2026-03-01T{8 + (minute / 60):D2}:{minute % 60:D2}:00+01:00", "60"));
        var lookup = bench.Lookup();

        var whole = (await lookup.AskAsync(new LookupQuery.MeasurementsOf(Line), Cancel)).Value;
        Assert.Equal((230, true), (whole.Findings.Count, whole.Complete));
        await bench.Server.SetFaultsAsync(new DipsFaults { NoPages = true });
        var part = (await lookup.AskAsync(new LookupQuery.MeasurementsOf(Line), Cancel)).Value;
        Assert.Equal((100, false), (part.Findings.Count, part.Complete));
    }

    [Fact]
    public async Task Should_leave_out_what_it_cannot_read_and_say_so()
    {
        await using var bench = await DipsBench.OpenAsync();
        bench.Server.Put(Pulse("2026-03-01T08:00:00+01:00", "60"));
        bench.Server.Put(Pulse("2026-03-01T09:00:00+01:00", "\"sixty\""));

        var answer = (await bench.Lookup().AskAsync(new LookupQuery.MeasurementsOf(Line), Cancel)).Value;

        Assert.Equal((1, false), (answer.Findings.Count, answer.Complete));
    }

    [Fact]
    public async Task Should_give_the_plan_in_force_and_its_history()
    {
        await using var bench = await DipsBench.OpenAsync();
        foreach (var version in new[] { 1, 2, 3 })
            await bench.SendAsync(DipsBench.Item("fhir.careplan", SelfPlan.SamplePlans.Copd with { Version = version }, key: $"key-{version}"));
        var lookup = bench.Lookup();

        var now = (await lookup.AskAsync(new LookupQuery.PlansOf(Line), Cancel)).Value;
        var all = (await lookup.AskAsync(new LookupQuery.PlansOf(Line) { History = true }, Cancel)).Value;

        Assert.Equal([3], now.Findings.Select(f => ((SelfTreatmentPlan)f.Content).Version));
        Assert.Equal(Line, now.Findings[0].Patient.Id);
        Assert.Equal([3, 2, 1], all.Findings.Select(f => ((SelfTreatmentPlan)f.Content).Version));
        Assert.Equal(SelfPlan.SamplePlans.Copd.Zones.Count, ((SelfTreatmentPlan)now.Findings[0].Content).Zones.Count);
    }

    [Fact]
    public async Task Should_tell_everybody_who_is_followed_up_at_home()
    {
        var people = Enumerable.Range(0, 12).Select(n => new DipsPatient($"{n:D11}") { Monitored = n % 3 > 0 }).ToArray();
        await using var bench = await DipsBench.OpenAsync(patients: people);
        var lookup = bench.Lookup();

        var all = (await lookup.AskAsync(new LookupQuery.EnrolledIn(null), Cancel)).Value;

        Assert.Equal(people.Where(p => p.Monitored).Select(p => p.NationalId), all.Findings.Select(f => f.Patient.Id.Value).Order(StringComparer.Ordinal));
        Assert.True(all.Complete);
        Assert.Equal(8, (await lookup.AskAsync(new LookupQuery.EnrolledIn("dho"), Cancel)).Value.Findings.Count);
        Assert.Empty((await lookup.AskAsync(new LookupQuery.EnrolledIn("ta"), Cancel)).Value.Findings);
    }

    [Fact]
    public async Task Should_say_why_there_is_no_answer()
    {
        await using var bench = await DipsBench.OpenAsync();
        var lookup = bench.Lookup();
        await bench.Server.SetFaultsAsync(new DipsFaults { Maintenance = true });
        Assert.Equal(LookupErrors.Unreachable.Code, Assert.Single((await lookup.AskAsync(new LookupQuery.PersonaliaOf(Line), Cancel)).Errors).Code);

        await bench.Server.SetFaultsAsync(DipsFaults.None);
        bench.Gate.RevokedBefore = DateTimeOffset.MaxValue;
        Assert.Equal(LookupErrors.CredentialsRefused.Code, Assert.Single((await lookup.AskAsync(new LookupQuery.MeasurementsOf(Line), Cancel)).Errors).Code);
    }

    private static string Value(LookupFinding finding) => ((Measurement)finding.Content).Value!.Quantity!.Value.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static string Pulse(string time, string value) => $$"""
        {
          "resourceType": "Observation", "status": "final",
          "meta": { "profile": ["http://dips.no/fhir/StructureDefinition/DIPSVitalSignsObservationHeartRate"] },
          "category": [{ "coding": [{ "system": "http://terminology.hl7.org/CodeSystem/observation-category", "code": "vital-signs" }] }],
          "code": { "coding": [{ "system": "http://loinc.org", "code": "8867-4" }] },
          "subject": { "identifier": { "system": "urn:oid:2.16.578.1.12.4.1.4.1", "value": "{{DipsBench.National}}" } },
          "effectiveDateTime": "{{time}}",
          "performer": [{ "reference": "PractitionerRole/agb113", "identifier": { "system": "http://dips.no/fhir/namingsystem/dips-practitionerroleid", "value": "113" } }],
          "valueQuantity": { "value": {{value}}, "unit": "/min", "system": "http://unitsofmeasure.org", "code": "/min" }
        }
        """;
}
