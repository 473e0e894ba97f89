using Hub.Core.Adapters;
using Hub.Core.Content;
using Hub.Simulators.Profil;
using Hub.UnitTests.Mappings;
using Xunit;

namespace Hub.UnitTests.Profil;

/// <summary>Filing in a Profil-like journal over the wire, quirk by quirk.</summary>
public sealed class ProfilSenderTests
{
    [Fact]
    public async Task Should_file_every_kind_of_content()
    {
        await using var bench = await ProfilBench.StartAsync();
        var contents = SampleContents.All().Select(c => c.Content).Concat(SampleClinical.All().Select(c => (HomeContent)c.Content)).Where(c => c.Kind != ContentKind.Personalia).GroupBy(c => c.Kind).Select(g => g.Last())
            .Prepend(SampleMeasurements.Plain(MeasurementKind.BloodPressure)).ToArray();
        for (var i = 0; i < contents.Length; i++)
            Assert.True(await bench.SendAsync(ProfilBench.Item(contents[i], i + 1)) is SendOutcome.Delivered, $"{contents[i].Kind}");

        Assert.Superset(new HashSet<string> { "malinger", "journalnotat", "planer", "dokumenter" }, bench.Server.Ledger.Entries.Select(e => e.Resource).ToHashSet());
        Assert.All(bench.Server.Ledger.Entries, e => Assert.Equal(ProfilBench.Patient, e.Patient));
        Assert.Single(bench.Server.Ledger.Measures);
        Assert.Equal(1, bench.Server.SessionsOpened);
    }

    [Fact]
    public async Task Should_give_the_journals_number_as_receipt()
    {
        await using var bench = await ProfilBench.StartAsync();

        Assert.Equal(new SendOutcome.Delivered("tiltak/501/malinger/1"), await bench.SendAsync(ProfilBench.Pulse()));
    }

    [Fact]
    public async Task Should_file_nothing_twice_when_the_answer_is_lost_between_two_entries()
    {
        await using var bench = await ProfilBench.StartAsync();
        var item = ProfilBench.Plan(1, 1);
        bench.Server.LoseNextAnswers(1);
        var lost = await bench.FailAsync(item);
        var again = await bench.SendAsync(item);
        var third = await bench.SendAsync(item);

        Assert.True(lost.Error.Retryable);
        Assert.Equal(new SendOutcome.Delivered("tiltak/501/planer/1"), again);
        Assert.Equal(new SendOutcome.Delivered("tiltak/501/planer/1", Repeat: true), third);
        Assert.Equal(["planer", "dokumenter"], bench.Server.Ledger.Entries.Select(e => e.Resource));
    }

    [Fact]
    public async Task Should_tell_how_much_is_filed_when_a_later_entry_fails()
    {
        await using var bench = await ProfilBench.StartAsync();
        var form = new QuestionnaireAnswers("cat", ProfilBench.Time, []) { Scores = [new FormScore(MeasurementKind.CatScore, 17, null, 40)] };
        var item = ProfilBench.Item(form);
        bench.Server.LoseNextAnswers(1);
        await bench.FailAsync(item);
        await bench.Server.SetFaultsAsync(new ProfilFaults { Locked = [ProfilBench.Patient] });
        var failed = await bench.FailAsync(item);

        // The first entry is there already and is only confirmed; the second meets a journal that was locked meanwhile.
        Assert.Equal("HUB-PROFIL-001", failed.Error.Code);
        Assert.Contains("1 of 3 entries are filed", failed.Error.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_file_what_is_left_under_the_measure_that_was_granted_anew()
    {
        await using var bench = await ProfilBench.StartAsync();
        var form = new QuestionnaireAnswers("cat", ProfilBench.Time, []) { Scores = [new FormScore(MeasurementKind.CatScore, 17, null, 40)] };
        var item = ProfilBench.Item(form);
        bench.Server.LoseNextAnswers(1);
        await bench.FailAsync(item);
        bench.Server.Ledger.End(501);

        Assert.IsType<SendOutcome.Delivered>(await bench.SendAsync(item));
        Assert.Equal([("malinger", 501), ("journalnotat", 502), ("dokumenter", 502)], bench.Server.Ledger.Entries.Select(e => (e.Resource, e.Measure)));
    }

    [Fact]
    public async Task Should_say_on_every_entry_where_it_comes_from_and_what_it_corrects()
    {
        await using var bench = await ProfilBench.StartAsync();
        await bench.SendAsync(ProfilBench.Item(new JournalNote(ProfilBench.Time, [new NoteSection(null, null, "Rettet.", [])]) { Corrects = "evt-0" }));

        var note = bench.Server.Ledger.Entries.Single().Body;
        Assert.Equal(("dignio", "evt-1", "evt-0"), (note.Attribute("kilde")?.Value, note.Attribute("hendelse")?.Value, note.Attribute("retter")?.Value));
    }

    [Fact]
    public async Task Should_hang_files_on_the_note_they_came_with()
    {
        await using var bench = await ProfilBench.StartAsync();
        var handover = SampleContents.All().Select(c => c.Content).OfType<JournalNote>().First(n => n.Attached.OfType<SelfTreatmentPlan>().Any());
        await bench.SendAsync(ProfilBench.Item(handover));

        var note = bench.Server.Ledger.Entries.Single(e => e.Resource == "journalnotat");
        var file = bench.Server.Ledger.Entries.Single(e => e.Resource == "dokumenter");
        Assert.Equal($"{note.No}", file.Body.Attribute("journalnotat")?.Value);
    }

    [Fact]
    public async Task Should_use_the_measure_that_is_there_and_never_make_a_second_one()
    {
        await using var bench = await ProfilBench.StartAsync();
        await bench.SendAsync(ProfilBench.Pulse(1));
        await bench.Server.SetFaultsAsync(new ProfilFaults { ListsLag = true });
        // Another node, which remembers nothing.
        await using var other = bench.Adapter.Open(bench.Partner, new SenderContext(TimeProvider.System, new Secrets(), MappingBench.Context().Tenant));
        var outcome = (await other.SendAsync([ProfilBench.Note(2)], CancellationToken.None)).Single();

        Assert.IsType<SendOutcome.Delivered>(outcome);
        Assert.Single(bench.Server.Ledger.Measures);
        Assert.Equal(1, bench.Server.Ledger.Refusals[3001]);
    }

    [Fact]
    public async Task Should_look_again_when_the_measure_that_it_remembers_has_ended()
    {
        await using var bench = await ProfilBench.StartAsync();
        await bench.SendAsync(ProfilBench.Pulse(1));
        bench.Server.Ledger.End(501);
        var outcome = await bench.SendAsync(ProfilBench.Pulse(2));

        Assert.Equal(new SendOutcome.Delivered("tiltak/502/malinger/2"), outcome);
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task Should_say_that_the_patient_lacks_the_service(bool unknown, bool without)
    {
        await using var bench = await ProfilBench.StartAsync();
        await bench.Server.SetFaultsAsync(new ProfilFaults { Unknown = unknown ? [ProfilBench.Patient] : [], WithoutService = without ? [ProfilBench.Patient] : [] });
        var failed = await bench.FailAsync(ProfilBench.Pulse());

        Assert.Equal("HUB-SEND-006", failed.Error.Code);
        Assert.False(failed.Error.Retryable);
        Assert.False(failed.PartnerDown);
        Assert.Empty(bench.Server.Ledger.Measures);
    }

    [Fact]
    public async Task Should_wait_for_a_locked_journal()
    {
        await using var bench = await ProfilBench.StartAsync();
        await bench.Server.SetFaultsAsync(new ProfilFaults { Locked = [ProfilBench.Patient] });
        var failed = await bench.FailAsync(ProfilBench.Note());
        await bench.Server.SetFaultsAsync(ProfilFaults.Healthy);

        Assert.Equal("HUB-PROFIL-001", failed.Error.Code);
        Assert.True(failed.Error.Retryable);
        Assert.False(failed.PartnerDown);
        Assert.IsType<SendOutcome.Delivered>(await bench.SendAsync(ProfilBench.Note()));
    }

    [Theory]
    [InlineData(MaintenanceKind.Unavailable, 7)]
    [InlineData(MaintenanceKind.Page, null)]
    public async Task Should_know_maintenance_however_it_shows(MaintenanceKind kind, int? wait)
    {
        await using var bench = await ProfilBench.StartAsync();
        await bench.SendAsync(ProfilBench.Pulse(1));
        await bench.Server.SetFaultsAsync(new ProfilFaults { Maintenance = kind, RetryAfterSeconds = 7 });
        var failed = await bench.FailAsync(ProfilBench.Pulse(2));

        Assert.Equal("HUB-PROFIL-003", failed.Error.Code);
        Assert.True(failed.PartnerDown);
        Assert.Equal(wait is { } s ? TimeSpan.FromSeconds(s) : null, failed.RetryAfter);
        Assert.False(await bench.Sender.ProbeAsync(CancellationToken.None));
        await bench.Server.SetFaultsAsync(ProfilFaults.Healthy);
        Assert.True(await bench.Sender.ProbeAsync(CancellationToken.None));
        Assert.IsType<SendOutcome.Delivered>(await bench.SendAsync(ProfilBench.Pulse(2)));
    }

    [Fact]
    public async Task Should_open_a_new_session_when_the_journal_ends_it()
    {
        await using var bench = await ProfilBench.StartAsync();
        await bench.SendAsync(ProfilBench.Pulse(1));
        bench.Server.ExpireSessions();

        Assert.IsType<SendOutcome.Delivered>(await bench.SendAsync(ProfilBench.Pulse(2)));
        Assert.Equal(2, bench.Server.SessionsOpened);
    }

    [Fact]
    public async Task Should_know_an_ended_session_by_its_error_number_alone()
    {
        await using var bench = await ProfilBench.StartAsync();
        await bench.SendAsync(ProfilBench.Pulse(1));
        bench.Server.ExpireSessions();
        await bench.Server.SetFaultsAsync(new ProfilFaults { ErrorsWith200 = true });

        Assert.IsType<SendOutcome.Delivered>(await bench.SendAsync(ProfilBench.Pulse(2)));
    }

    [Fact]
    public async Task Should_take_an_error_for_an_error_whatever_its_status()
    {
        await using var bench = await ProfilBench.StartAsync();
        await bench.Server.SetFaultsAsync(new ProfilFaults { ErrorsWith200 = true, Locked = [ProfilBench.Patient] });

        Assert.Equal("HUB-PROFIL-001", (await bench.FailAsync(ProfilBench.Pulse())).Error.Code);
    }

    [Theory]
    [InlineData("refuse", false)]
    [InlineData("retry", true)]
    public async Task Should_file_nothing_in_a_journal_of_another_version(string setting, bool retried)
    {
        await using var bench = await ProfilBench.StartAsync(settings: [("versionMismatch", setting)]);
        await bench.Server.SetFaultsAsync(new ProfilFaults { SpeaksVersion = "5.0" });
        var failed = await bench.FailAsync(ProfilBench.Pulse());

        Assert.Equal("HUB-PROFIL-002", failed.Error.Code);
        Assert.Equal(retried, failed.Error.Retryable);
        Assert.Equal(retried, failed.PartnerDown);
        Assert.Contains("4.2", failed.Error.Text, StringComparison.Ordinal);
        Assert.Contains("5.0", failed.Error.Text, StringComparison.Ordinal);
        Assert.Equal(!retried, await bench.Sender.ProbeAsync(CancellationToken.None));
        Assert.Empty(bench.Server.Ledger.Entries);
    }

    [Fact]
    public async Task Should_notice_an_upgrade_in_the_middle_of_a_session()
    {
        await using var bench = await ProfilBench.StartAsync();
        await bench.SendAsync(ProfilBench.Pulse(1));
        await bench.Server.SetFaultsAsync(new ProfilFaults { SpeaksVersion = "4.3" });

        Assert.Equal("HUB-PROFIL-002", (await bench.FailAsync(ProfilBench.Pulse(2))).Error.Code);
        Assert.Single(bench.Server.Ledger.Entries);
    }

    [Fact]
    public async Task Should_never_write_over_a_plan_that_was_changed_since()
    {
        await using var bench = await ProfilBench.StartAsync();
        Assert.IsType<SendOutcome.Delivered>(await bench.SendAsync(ProfilBench.Plan(1, 1)));
        Assert.IsType<SendOutcome.Delivered>(await bench.SendAsync(ProfilBench.Plan(3, 2)));
        var late = await bench.FailAsync(ProfilBench.Plan(2, 3));

        Assert.Equal("HUB-SEND-009", late.Error.Code);
        Assert.Contains("version 3", late.Error.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_say_that_other_content_stands_under_the_id()
    {
        await using var bench = await ProfilBench.StartAsync();
        await bench.SendAsync(ProfilBench.Pulse(1));
        var other = ProfilBench.Item(SampleMeasurements.Plain(MeasurementKind.BodyWeight), 1);

        Assert.Equal("HUB-SEND-009", (await bench.FailAsync(other)).Error.Code);
        Assert.Equal(1, bench.Server.Ledger.Conflicts);
    }

    [Fact]
    public async Task Should_refuse_documents_of_other_forms()
    {
        await using var bench = await ProfilBench.StartAsync();
        var item = ProfilBench.Pulse();
        var failed = await bench.FailAsync(item with { Document = item.Document with { Form = "fhir.observation" } });

        Assert.Equal("HUB-PROFIL-004", failed.Error.Code);
        Assert.Equal(0, bench.Server.SessionsOpened);
    }

    [Fact]
    public async Task Should_say_that_the_credentials_are_refused()
    {
        await using var bench = await ProfilBench.StartAsync();
        await using var stranger = bench.Adapter.Open(bench.Partner with { Auth = bench.Partner.Auth! with { ClientId = "stranger" } }, new SenderContext(TimeProvider.System, new Secrets(), MappingBench.Context().Tenant));
        var failed = Assert.IsType<SendOutcome.Failed>((await stranger.SendAsync([ProfilBench.Pulse()], CancellationToken.None)).Single());

        Assert.Equal("HUB-SEND-007", failed.Error.Code);
        Assert.True(failed.PartnerDown);
    }

    [Fact]
    public async Task Should_say_that_the_journal_is_gone_and_find_it_when_it_is_back()
    {
        await using var bench = await ProfilBench.StartAsync();
        await bench.SendAsync(ProfilBench.Pulse(1));
        await bench.Server.SetFaultsAsync(new ProfilFaults { Refuses = true });
        var failed = await bench.FailAsync(ProfilBench.Pulse(2));
        Assert.Equal("HUB-SEND-001", failed.Error.Code);
        Assert.False(await bench.Sender.ProbeAsync(CancellationToken.None));
        await bench.Server.SetFaultsAsync(ProfilFaults.Healthy);

        Assert.IsType<SendOutcome.Delivered>(await bench.SendAsync(ProfilBench.Pulse(2)));
    }

    [Fact]
    public async Task Should_open_one_session_for_many_senders_at_once()
    {
        await using var bench = await ProfilBench.StartAsync();
        var outcomes = await Task.WhenAll(Enumerable.Range(1, 20).Select(i => bench.SendAsync(ProfilBench.Pulse(i))));

        Assert.All(outcomes, o => Assert.IsType<SendOutcome.Delivered>(o));
        Assert.Equal(1, bench.Server.SessionsOpened);
        Assert.Single(bench.Server.Ledger.Measures);
        Assert.Equal(20, bench.Server.Ledger.Entries.Count);
    }

    [Fact]
    public async Task Should_show_no_national_id_in_addresses_and_errors()
    {
        foreach (var faults in new[] { new ProfilFaults { Locked = [ProfilBench.Patient] }, new ProfilFaults { Unknown = [ProfilBench.Patient] }, new ProfilFaults { SpeaksVersion = "9.9" } })
        {
            await using var bench = await ProfilBench.StartAsync();
            await bench.Server.SetFaultsAsync(faults);
            Assert.DoesNotMatch("[0-9]{6}", $"{(await bench.FailAsync(ProfilBench.Note())).Error}");
        }
    }

    private sealed class Secrets : Hub.Core.Tenants.ISecretReader
    {
        public Hub.Core.Errors.Result<string> Read(Hub.Core.Tenants.SecretReference reference) => "s3cret";
    }
}
