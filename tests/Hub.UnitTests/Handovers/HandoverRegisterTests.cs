using Hub.Adapters.Handovers;
using Hub.Core.Adapters;
using Hub.Core.Content;
using Hub.Core.Errors;
using Hub.Core.Identities;
using Hub.Core.Intake;
using Hub.Core.Registers;
using Hub.Core.Storage;
using Hub.Core.Tenants;
using Hub.Tests.Support;
using Hub.UnitTests.Messaging;
using Xunit;

namespace Hub.UnitTests.Handovers;

/// <summary>What the register keeps, and whom it tells.</summary>
public sealed class HandoverRegisterTests : TimeProvider
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);
    private static readonly Identifier Line = new(IdentifierSystems.Fnr, "13116900216");

    private readonly MemoryRecords _records = new();
    private readonly Told _told = new();
    private readonly PlainVault _vault = new();
    private readonly HandoverRegister _register;
    private TenantConfig _tenant;
    private DateTimeOffset _now = Start;

    public HandoverRegisterTests()
    {
        _register = new HandoverRegister(new HubRegisters(_records, _vault, _told), this);
        var parties = new Dictionary<string, PartyConfig>
        {
            ["self"] = new("self", PartyKind.Municipality, "312229544") { Offers = new HashSet<string> { "dho" }, Title = "Bodø kommune" },
            ["sykehus"] = new("sykehus", PartyKind.Hospital, "983974910"),
        };
        _tenant = new TenantConfig("bodo", TenantEnvironment.Test, new OrganizationConfig("312229544", null, "Bodø kommune"), new Dictionary<string, PartnerConfig>(), [], UnroutedPolicy.Keep) { Parties = parties };
    }

    public override DateTimeOffset GetUtcNow() => _now;

    [Fact]
    public async Task Should_tell_every_step_once_and_move_responsibility_at_the_moment()
    {
        var moment = Start.AddDays(14);
        Assert.True((await _register.ProposeAsync(_tenant, Proposal("ho-1", moment), "dips", default)).IsOk);
        await DueAsync();
        Assert.Equal(["proposed"], _told.Stages);

        Assert.True((await _register.AnswerAsync(_tenant, "ho-1", "self", new HandoverAnswer(true, null, null), "profil", default)).IsOk);
        await DueAsync();
        Assert.Equal(["proposed", "accepted"], _told.Stages);
        Assert.Null(await ResponsibleAsync());

        _now = moment.AddSeconds(-1);
        await DueAsync();
        Assert.Equal(2, _told.Stages.Count);
        _now = moment;
        await DueAsync();
        await DueAsync();
        Assert.Equal(["proposed", "accepted", "transferred"], _told.Stages);
        var responsible = await ResponsibleAsync();
        Assert.Equal(("self", moment, "sykehus", "ho-1"), (responsible!.Party, responsible.Since, responsible.Before, responsible.Handover));
        Assert.Empty(await _records.DueAsync([RecordKinds.Handover], DateTimeOffset.MaxValue, 10, default));
        Assert.Equal(["handover.propose", "handover.accept", "handover.transfer", "responsibility.move"], _records.Audit.Select(a => a.Action));
    }

    [Fact]
    public async Task Should_take_the_same_proposal_twice_and_no_other_under_its_id()
    {
        var moment = Start.AddDays(14);
        await _register.ProposeAsync(_tenant, Proposal("ho-1", moment), "dips", default);
        Assert.True((await _register.ProposeAsync(_tenant, Proposal("ho-1", moment) with { ProposedAt = Start.AddMinutes(1) }, "dips", default)).IsOk);
        Assert.Single(await _register.HistoryAsync(_tenant, "ho-1", default));
        var other = Proposal("ho-1", moment) with { To = "sykehus" };
        Assert.Equal("HUB-HANDOVER-002", (await _register.ProposeAsync(_tenant, other, "dips", default)).Errors[0].Code);
    }

    [Fact]
    public async Task Should_keep_what_could_not_be_told_due()
    {
        await _register.ProposeAsync(_tenant, Proposal("ho-1", Start.AddDays(14)), "dips", default);
        _told.IsAway = true;
        await DueAsync();
        Assert.Empty(_told.Stages);
        _told.IsAway = false;
        await DueAsync();
        Assert.Equal(["proposed"], _told.Stages);
    }

    [Fact]
    public async Task Should_let_the_first_of_two_proposals_stand_that_met_at_the_same_instant()
    {
        // Both were decided before either was written.
        foreach (var id in new[] { "ho-a", "ho-b" })
        {
            var state = Proposal(id, Start.AddDays(14));
            await _records.AppendAsync(
                new NewRecord("bodo", RecordKinds.Handover, id, 1, Start, "dips", _vault.Seal("bodo", ContentText.WriteRecord(state))) { PatientKey = _vault.PatientKey("bodo", Line), State = "proposed", Due = Start }, default);
        }

        await DueAsync();
        await DueAsync();
        Assert.Equal(HandoverStage.Proposed, (await _register.HistoryAsync(_tenant, "ho-a", default))[0].State.Stage);
        Assert.Equal(HandoverStage.Withdrawn, (await _register.HistoryAsync(_tenant, "ho-b", default))[0].State.Stage);
        Assert.Equal(["proposed", "withdrawn"], _told.Stages);
    }

    [Fact]
    public async Task Should_settle_one_of_many_answers_at_once()
    {
        await _register.ProposeAsync(_tenant, Proposal("ho-1", Start.AddDays(14)), "dips", default);
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(() =>
            _register.AnswerAsync(_tenant, "ho-1", "self", new HandoverAnswer(i % 2 == 0, i % 2 == 0 ? null : "Nei", null), $"p{i}", default))));
        Assert.Equal(4, answers.Count(a => a.IsOk));
        Assert.Equal(2, (await _register.HistoryAsync(_tenant, "ho-1", default)).Count);
    }

    [Fact]
    public async Task Should_move_responsibility_though_a_party_was_given_another_title_after_it_was_told()
    {
        var moment = Start.AddDays(14);
        await _register.ProposeAsync(_tenant, Proposal("ho-1", moment), "dips", default);
        await _register.AnswerAsync(_tenant, "ho-1", "self", new HandoverAnswer(true, null, null), "profil", default);
        await DueAsync();

        var parties = new Dictionary<string, PartyConfig>(_tenant.Parties) { ["sykehus"] = _tenant.Parties["sykehus"] with { Title = "Nordlandssykehuset HF" } };
        _tenant = _tenant with { Parties = parties };
        _now = moment;
        await DueAsync();

        Assert.Equal(["accepted", "transferred"], _told.Stages);
        Assert.Equal("self", (await ResponsibleAsync())!.Party);
    }

    [Fact]
    public async Task Should_not_give_back_what_a_later_handover_moved_when_an_earlier_one_is_worked_on_again()
    {
        var register = new ResponsibilityRegister(_records, _vault);
        var patient = _vault.PatientKey("bodo", Line);
        var first = new Responsibility("self", Start) { Before = "sykehus", Handover = "ho-1" };
        await register.MoveAsync("bodo", patient, first, "hub", Start, default);
        await register.MoveAsync("bodo", patient, new Responsibility("sykehus", Start.AddMinutes(5)) { Before = "self", Handover = "ho-2" }, "hub", Start.AddMinutes(5), default);
        await register.MoveAsync("bodo", patient, first, "hub", Start.AddMinutes(6), default);
        Assert.Equal("ho-2", (await ResponsibleAsync())!.Handover);
    }

    [Fact]
    public async Task Should_keep_the_number_of_a_person_out_of_keys_and_audit_when_a_partner_names_a_handover_by_it()
    {
        var moment = Start.AddDays(1);
        const string Id = "overforing-13116900216-1";
        await _register.ProposeAsync(_tenant, Proposal(Id, moment), "dips", default);
        Assert.True((await _register.AnswerAsync(_tenant, Id, "self", new HandoverAnswer(true, null, null), "profil", default)).IsOk);
        _now = moment;
        await DueAsync();

        Assert.Equal("self", (await ResponsibleAsync())!.Party);
        Assert.All(_records.Audit, a => Assert.DoesNotContain("13116900216", $"{a}", StringComparison.Ordinal));
        var record = Assert.Single(await _records.FindAsync(new RecordFilter("bodo", RecordKinds.Handover), default));
        Assert.DoesNotContain("13116900216", record.Key, StringComparison.Ordinal);
        Assert.Equal(3, (await _register.HistoryAsync(_tenant, Id, default)).Count);
    }

    [Fact]
    public async Task Should_decide_nothing_about_a_patient_whose_registration_cannot_be_opened()
    {
        var patient = _vault.PatientKey("bodo", Line);
        var lost = new NewRecord("bodo", RecordKinds.Responsibility, ResponsibilityText.KeyOf(patient), 1, Start, "hub", "lost"u8.ToArray()) { PatientKey = patient };
        await _records.AppendAsync(lost, default);

        Assert.Equal("HUB-REGISTER-001", (await _register.ProposeAsync(_tenant, Proposal("ho-1", Start.AddDays(14)), "dips", default)).Errors is [var first, ..] ? first.Code : "ok");
        Assert.Empty(await _register.HistoryAsync(_tenant, "ho-1", default));
    }

    [Fact]
    public async Task Should_move_nobody_whose_registration_cannot_be_opened_and_keep_the_step_due()
    {
        var moment = Start.AddDays(14);
        await _register.ProposeAsync(_tenant, Proposal("ho-1", moment), "dips", default);
        await _register.AnswerAsync(_tenant, "ho-1", "self", new HandoverAnswer(true, null, null), "profil", default);
        await DueAsync();
        var patient = _vault.PatientKey("bodo", Line);
        await _records.AppendAsync(
            new NewRecord("bodo", RecordKinds.Responsibility, ResponsibilityText.KeyOf(patient), 1, Start, "hub", "lost"u8.ToArray()) { PatientKey = patient }, default);
        _now = moment;
        await DueAsync();

        Assert.Single(await _records.HistoryAsync("bodo", RecordKinds.Responsibility, ResponsibilityText.KeyOf(patient), default));
        Assert.Equal(["accepted"], _told.Stages);
        Assert.Single(await _records.DueAsync([RecordKinds.Handover], _now, 10, default));
    }

    [Fact]
    public async Task Should_not_tell_a_step_again_when_retention_has_taken_its_message()
    {
        var moment = Start.AddDays(200);
        await _register.ProposeAsync(_tenant, Proposal("ho-1", moment), "dips", default);
        await DueAsync();
        await _register.AnswerAsync(_tenant, "ho-1", "self", new HandoverAnswer(true, null, null), "profil", default);
        await DueAsync();
        _told.Forget();
        _now = moment;
        await DueAsync();

        Assert.Equal(["proposed", "accepted", "transferred"], _told.Stages);
    }

    [Fact]
    public async Task Should_wait_for_an_answer_as_long_as_the_tenant_said_when_it_was_proposed()
    {
        _tenant = _tenant with { Handovers = new HandoverSettings { AnswerWithin = TimeSpan.FromDays(2) } };
        await _register.ProposeAsync(_tenant, Proposal("ho-1", Start), "dips", default);
        _tenant = _tenant with { Handovers = null };
        _now = Start.AddDays(2).AddSeconds(-1);
        await DueAsync();
        Assert.Equal(["proposed"], _told.Stages);
        _now = Start.AddDays(2);
        await DueAsync();
        Assert.Equal(["proposed", "withdrawn"], _told.Stages);
    }

    [Fact]
    public async Task Should_find_the_handovers_of_a_party_behind_any_number_of_newer_ones_of_others()
    {
        await _register.ProposeAsync(_tenant, Proposal("ho-1", Start.AddDays(14)), "dips", default);
        foreach (var i in Enumerable.Range(0, 60))
        {
            var other = Proposal($"other-{i}", Start.AddDays(14)) with { From = "nabo" };
            await _records.AppendAsync(
                new NewRecord("bodo", RecordKinds.Handover, other.Id, 1, Start.AddHours(1), "nabo", _vault.Seal("bodo", ContentText.WriteRecord(other))) { Parties = ["nabo", "self"] }, default);
        }

        var found = await _register.FindAsync(new RecordFilter("bodo", RecordKinds.Handover) { Party = "sykehus" }, default);
        Assert.Equal("ho-1", Assert.Single(found).State.Id);
    }

    [Fact]
    public async Task Should_keep_what_people_wrote_out_of_the_audit_log()
    {
        await _register.ProposeAsync(_tenant, Proposal("ho-1", Start.AddDays(14)), "dips", default);
        await _register.AnswerAsync(_tenant, "ho-1", "self", new HandoverAnswer(false, "Datteren Kari tar seg av henne", null), "profil", default);
        await _register.ProposeAsync(_tenant, Proposal("ho-2", Start.AddDays(14)), "dips", default);
        await _register.WithdrawAsync(_tenant, "ho-2", "sykehus", "Line er innlagt på nytt", "dips", default);

        Assert.All(_records.Audit, a => Assert.DoesNotContain("Kari", $"{a}", StringComparison.Ordinal));
        Assert.All(_records.Audit, a => Assert.DoesNotContain("Line", $"{a}", StringComparison.Ordinal));
        Assert.Equal("Datteren Kari tar seg av henne", (await _register.HistoryAsync(_tenant, "ho-1", default))[0].State.Reason);
    }

    [Fact]
    public async Task Should_name_what_the_hub_itself_decided_in_the_audit_log_by_its_code()
    {
        _tenant = _tenant with { Parties = new Dictionary<string, PartyConfig>(_tenant.Parties) { ["self"] = _tenant.Parties["self"] with { Offers = new HashSet<string>() } } };
        await _register.ProposeAsync(_tenant, Proposal("ho-1", Start.AddDays(14)), "dips", default);

        Assert.Equal("HUB-HANDOVER-005", Assert.Single(_records.Audit).Reason);
    }

    private static HandoverState Proposal(string id, DateTimeOffset moment) => new(
        id, new Patient(Line, "Line Danser", []), "sykehus", "self", HandoverStage.Proposed,
        new CareHandover(id, new ClinicalTime(moment), [new NoteSection(null, null, "Stabil", [])]) { Stage = HandoverStage.Proposed }, Start);

    private async Task<Responsibility?> ResponsibleAsync() => (await new ResponsibilityRegister(_records, _vault).OfAsync("bodo", _vault.PatientKey("bodo", Line), default)).Value;

    private async Task DueAsync()
    {
        // A step may bring the next one.
        for (var i = 0; i < 4; i++)
        {
            foreach (var due in await _records.DueAsync([RecordKinds.Handover], _now, 10, default))
                await Record.ExceptionAsync(() => _register.DueAsync(due, _tenant, "handovers", default));
        }
    }

    /// <summary>An intake that remembers what it was told, each id once.</summary>
    private sealed class Told : IIntake
    {
        private readonly Dictionary<string, string> _ids = [];

        public List<string> Stages { get; } = [];

        public bool IsAway { get; set; }

        /// <summary>What retention does: an id of long ago is not known any more.</summary>
        public void Forget() => _ids.Clear();

        public Task<IntakeAnswer> AcceptAsync(IntakeRequest request, CancellationToken cancel)
        {
            if (IsAway)
                return Task.FromResult(new IntakeAnswer([IntakeErrors.StoreDown.At()], [], false));
            var told = ContentText.Read(request.Body.Span).Value;
            var fingerprint = Convert.ToHexString(Parsed(request).Fingerprint.Span);
            var status = !_ids.TryGetValue(told.SourceId, out var known) ? EntryStatus.Accepted : known == fingerprint ? EntryStatus.Repeated : EntryStatus.Conflict;
            if (_ids.TryAdd(told.SourceId, fingerprint))
                Stages.Add(told.Content.Category!);
            return Task.FromResult(new IntakeAnswer([], [new EntryAnswer(told.SourceId, status, [1], [], [])], false));
        }

        private static ParsedEvent Parsed(IntakeRequest request) => new HandoverAdapter()
            .Parse(new InboundMessage(request.Body, request.MediaType, Start, new PartnerConfig(request.Tenant, request.Source, "handovers"), TenantEnvironment.Test)).Entries[0].Events[0];
    }
}
