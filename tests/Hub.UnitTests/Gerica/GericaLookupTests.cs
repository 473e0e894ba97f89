using Hub.Core.Content;
using Hub.Core.Lookups;
using Hub.Simulators.Gerica;
using Xunit;

namespace Hub.UnitTests.Gerica;

public sealed class GericaLookupTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Should_tell_who_somebody_is_with_contacts_key_box_and_services()
    {
        await using var bench = await JournalBench.OpenAsync();

        var answer = await bench.AskAsync(JournalBench.Line.NationalId);

        var finding = Assert.Single(answer.Value.Findings);
        Assert.True(answer.Value.Complete);
        Assert.Equal(JournalBench.Line.NationalId, finding.Patient.Id.Value);
        var personalia = Assert.IsType<Personalia>(finding.Content);
        Assert.Equal(("Line", "Solberg", "Danser", "1969-11-13", "female"), (personalia.Given, personalia.Middle, personalia.Family, personalia.BirthDate, personalia.Gender));
        Assert.Equal(AddressProtection.None, personalia.Protection);
        Assert.Equal("Storgata 1, 3256 Larvik, home, 3909", personalia.Addresses is [var home] ? $"{home.Lines[0]}, {home.PostalCode} {home.City}, {home.Use}, {home.MunicipalityCode}" : "");
        Assert.Equal(new Telecom("phone", "+4790000001", "mobile"), Assert.Single(personalia.Telecoms));
        Assert.Equal([("Kari Danser", "datter", true, true), ("Ola Nabo", "nabo", false, false)], personalia.Contacts.Select(c => (c.Name, c.Relation, c.NextOfKin, c.HasKey)));
        Assert.Equal("Til høyre for døren, kode 4711", personalia.KeyBox);
        Assert.Equal([(null, "dho"), (null, "ta")], personalia.Services.Select(s => (s.Code.System, s.Code.Code)));
        Assert.Equal(("Per Lege", 59), (personalia.GeneralPractitioner?.Name, personalia.GeneralPractitionerHer));
        Assert.Equal(JournalBench.Line.Updated, personalia.Time.Start);
    }

    [Theory]
    [InlineData("R", AddressProtection.Confidential)]
    [InlineData("V", AddressProtection.StrictlyConfidential)]
    public async Task Should_tell_that_an_address_is_protected(string label, AddressProtection expected)
    {
        await using var bench = await JournalBench.OpenAsync(JournalBench.Line with { Protection = label });

        var answer = await bench.AskAsync(JournalBench.Line.NationalId);

        Assert.Equal(expected, ((Personalia)answer.Value.Findings[0].Content).Protection);
    }

    [Fact]
    public async Task Should_find_nobody_where_the_journal_knows_nobody()
    {
        await using var bench = await JournalBench.OpenAsync();

        Assert.Empty((await bench.AskAsync("11845599620")).Value.Findings);
    }

    [Fact]
    public async Task Should_tell_everybody_who_has_a_service_over_many_pages()
    {
        var people = Enumerable.Range(0, 120).Select(n => new RegisteredPatient($"{n:D11}", "Per", $"Nr {n}")
        {
            Services = new Dictionary<string, DateTimeOffset> { [n % 2 == 0 ? "dho" : "ta"] = DateTimeOffset.UnixEpoch },
        }).ToList();
        await using var bench = await JournalBench.OpenAsync(people);

        var enrolled = await bench.Lookup().AskAsync(new LookupQuery.EnrolledIn("ta"), Cancel);
        var anybody = await bench.Lookup().AskAsync(new LookupQuery.EnrolledIn(null), Cancel);

        Assert.Equal(60, enrolled.Value.Findings.Count);
        Assert.All(enrolled.Value.Findings, f => Assert.Equal("ta", Assert.Single(((Personalia)f.Content).Services).Code.Code));
        Assert.Equal(120, anybody.Value.Findings.Select(f => f.Patient.Id.Value).Distinct().Count());
    }

    [Theory]
    [InlineData("patient-unknown", "HUB-LOOKUP-005")]
    [InlineData("service-missing", "HUB-LOOKUP-005")]
    [InlineData("closed-journal", "HUB-GERICA-003")]
    public async Task Should_tell_why_the_journal_tells_nothing(string reason, string code)
    {
        await using var bench = await JournalBench.OpenAsync();
        await bench.Server.SetFaultsAsync(new FaultPlan { RejectPatients = [JournalBench.Line.NationalId], RejectCode = reason });

        var answer = await bench.AskAsync(JournalBench.Line.NationalId);

        Assert.Equal(code, answer.Errors[0].Code);
        Assert.DoesNotContain(JournalBench.Line.NationalId, $"{answer.Errors[0]}", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(DownKind.Refuse, "HUB-LOOKUP-001")]
    [InlineData(DownKind.Reset, "HUB-LOOKUP-001")]
    [InlineData(DownKind.Unavailable, "HUB-LOOKUP-001")]
    [InlineData(DownKind.Maintenance, "HUB-GERICA-004")]
    [InlineData(DownKind.MaintenancePage, "HUB-GERICA-004")]
    public async Task Should_tell_that_the_journal_is_not_there(DownKind down, string code)
    {
        await using var bench = await JournalBench.OpenAsync();
        Assert.True((await bench.AskAsync(JournalBench.Line.NationalId)).IsOk);
        await bench.Server.SetFaultsAsync(new FaultPlan { Down = down });

        var answer = await bench.AskAsync(JournalBench.Line.NationalId);

        // Where the token endpoint is down as well, the journal cannot even be asked.
        Assert.Contains(answer.Errors[0].Code, new[] { code, "HUB-LOOKUP-001", "HUB-LOOKUP-003" });
    }

    [Fact]
    public async Task Should_give_up_at_the_deadline()
    {
        await using var bench = await JournalBench.OpenAsync();
        var lookup = bench.Lookup();
        await bench.Server.SetFaultsAsync(new FaultPlan { SlowMedianMs = 30_000 });
        using var deadline = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));

        var answer = await lookup.AskAsync(new LookupQuery.PersonaliaOf(new Core.Identities.Identifier(Core.Identities.IdentifierSystems.Fnr, JournalBench.Line.NationalId)), deadline.Token);

        Assert.Equal("HUB-LOOKUP-002", answer.Errors[0].Code);
    }

    [Fact]
    public async Task Should_fetch_a_new_token_when_the_old_one_has_ended()
    {
        await using var bench = await JournalBench.OpenAsync();
        var lookup = bench.Lookup();
        var query = new LookupQuery.EnrolledIn("dho");
        await lookup.AskAsync(query, Cancel);
        bench.Server.ExpireTokens();

        Assert.True((await lookup.AskAsync(query, Cancel)).IsOk);
    }
}
