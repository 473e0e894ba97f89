using Hub.Core.Content;
using Hub.Core.Identities;
using Hub.Core.Lookups;
using Hub.Simulators.Profil;
using Xunit;

namespace Hub.UnitTests.Profil;

/// <summary>What a Profil-like journal can be asked.</summary>
public sealed class ProfilLookupTests
{
    private static readonly Identifier Line = new(IdentifierSystems.Fnr, ProfilBench.Patient);

    private static readonly ProfilUser User = new(ProfilBench.Patient)
    {
        Given = "Line",
        Family = "Danser",
        Born = "1969-11-13",
        Gender = 2,
        Protection = 7,
        Street = "Storgata 1",
        PostalCode = "3256",
        City = "Larvik",
        Mobile = "+47 900 00 000",
        Relative = "Ola Danser",
        RelativePhone = "+47 911 11 111",
        KeyBox = "Ved hovedinngangen, kode 4711",
        Services = ["dho", "ta"],
        Doctor = "Fast Lege",
        DoctorHer = 8094866,
    };

    [Fact]
    public async Task Should_tell_who_somebody_is()
    {
        await using var bench = await ProfilBench.StartAsync(new ProfilServerOptions { Users = [User] });
        var answer = await bench.AskAsync(new LookupQuery.PersonaliaOf(Line));

        var finding = Assert.Single(answer.Findings);
        var personalia = Assert.IsType<Personalia>(finding.Content);
        Assert.True(answer.Complete);
        Assert.Equal(Line, finding.Patient.Id);
        Assert.Equal("Line Danser", finding.Patient.Name);
        Assert.Equal(("Line", "Danser", "1969-11-13", "female", AddressProtection.Confidential), (personalia.Given, personalia.Family, personalia.BirthDate, personalia.Gender, personalia.Protection));
        Assert.Equal("Larvik", Assert.Single(personalia.Addresses).City);
        Assert.True(Assert.Single(personalia.Contacts).NextOfKin);
        Assert.Equal("Ved hovedinngangen, kode 4711", personalia.KeyBox);
        Assert.Equal(["dho", "ta"], personalia.Services.Select(s => s.Code.Code));
        Assert.Equal(8094866, personalia.GeneralPractitionerHer);
        Assert.Equal(User.Changed, personalia.Time.Start);
    }

    [Fact]
    public async Task Should_say_that_nobody_knows_the_patient()
    {
        await using var bench = await ProfilBench.StartAsync(new ProfilServerOptions { RegistersAnybody = false });
        var answer = await bench.Lookup.AskAsync(new LookupQuery.PersonaliaOf(Line), CancellationToken.None);

        Assert.Equal("HUB-LOOKUP-005", Assert.Single(answer.Errors).Code);
    }

    [Fact]
    public async Task Should_tell_who_has_a_service_page_by_page()
    {
        var users = Enumerable.Range(0, 7).Select(i => new ProfilUser($"1311690{i:0000}") { Services = i % 2 == 0 ? ["dho"] : ["ta"] }).ToArray();
        await using var bench = await ProfilBench.StartAsync(new ProfilServerOptions { Users = users, PageSize = 2 });

        var dho = await bench.AskAsync(new LookupQuery.EnrolledIn("dho"));
        var all = await bench.AskAsync(new LookupQuery.EnrolledIn(null));

        Assert.Equal(4, dho.Findings.Count);
        Assert.Equal(7, all.Findings.Count);
        Assert.True(dho.Complete);
    }

    [Fact]
    public async Task Should_give_back_the_plan_that_was_filed_with_its_versions()
    {
        await using var bench = await ProfilBench.StartAsync();
        foreach (var version in new[] { 1, 2 })
            await bench.SendAsync(ProfilBench.Plan(version, version));

        var current = await bench.AskAsync(new LookupQuery.PlansOf(Line));
        var history = await bench.AskAsync(new LookupQuery.PlansOf(Line) { History = true });

        var plan = Assert.IsType<SelfTreatmentPlan>(Assert.Single(current.Findings).Content);
        Assert.Equal(("p-1", 2, "KOLS-plan"), (plan.PlanId, plan.Version, plan.Title));
        Assert.Equal(new Quantity(90.0m, "%"), Assert.Single(Assert.Single(plan.Zones).Thresholds).Low);
        Assert.Equal(ProfilBench.Time, plan.Time);
        Assert.Equal([2, 1], history.Findings.Select(f => ((SelfTreatmentPlan)f.Content).Version));
    }

    [Fact]
    public async Task Should_have_no_plan_for_a_patient_without_measure()
    {
        await using var bench = await ProfilBench.StartAsync();

        Assert.Empty((await bench.AskAsync(new LookupQuery.PlansOf(Line))).Findings);
        Assert.Empty(bench.Server.Ledger.Measures);
    }

    [Theory]
    [InlineData(MaintenanceKind.Page, "HUB-LOOKUP-001")]
    [InlineData(MaintenanceKind.Unavailable, "HUB-LOOKUP-001")]
    public async Task Should_tell_an_outage_from_having_nothing(MaintenanceKind kind, string code)
    {
        await using var bench = await ProfilBench.StartAsync();
        await bench.Server.SetFaultsAsync(new ProfilFaults { Maintenance = kind });
        var answer = await bench.Lookup.AskAsync(new LookupQuery.PlansOf(Line), CancellationToken.None);

        Assert.Equal(code, Assert.Single(answer.Errors).Code);
    }

    [Fact]
    public async Task Should_answer_within_the_deadline()
    {
        await using var bench = await ProfilBench.StartAsync();
        await bench.Server.SetFaultsAsync(new ProfilFaults { SlowMs = 60_000 });
        using var deadline = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));
        var answer = await bench.Lookup.AskAsync(new LookupQuery.PersonaliaOf(Line), deadline.Token);

        Assert.Equal("HUB-LOOKUP-002", Assert.Single(answer.Errors).Code);
    }
}
