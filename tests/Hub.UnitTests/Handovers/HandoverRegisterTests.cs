using Hub.Adapters.Handovers;
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
    private readonly TenantConfig _tenant;
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

    private static HandoverState Proposal(string id, DateTimeOffset moment) => new(
        id, new Patient(Line, "Line Danser", []), "sykehus", "self", HandoverStage.Proposed,
        new CareHandover(id, new ClinicalTime(moment), [new NoteSection(null, null, "Stabil", [])]) { Stage = HandoverStage.Proposed }, Start);

    private Task<Responsibility?> ResponsibleAsync() => new ResponsibilityRegister(_records, _vault).OfAsync("bodo", _vault.PatientKey("bodo", Line), default);

    private async Task DueAsync()
    {
        // A step may bring the next one.
        for (var i = 0; i < 4; i++)
        {
            foreach (var due in await _records.DueAsync([RecordKinds.Handover], _now, 10, default))
                await _register.DueAsync(due, _tenant, "handovers", default);
        }
    }

    /// <summary>An intake that remembers what it was told, each id once.</summary>
    private sealed class Told : IIntake
    {
        private readonly HashSet<string> _ids = [];

        public List<string> Stages { get; } = [];

        public bool IsAway { get; set; }

        public Task<IntakeAnswer> AcceptAsync(IntakeRequest request, CancellationToken cancel)
        {
            if (IsAway)
                return Task.FromResult(new IntakeAnswer([IntakeErrors.StoreDown.At()], [], false));
            var told = ContentText.Read(request.Body.Span).Value;
            var isNew = _ids.Add(told.SourceId);
            if (isNew)
                Stages.Add(told.Content.Category!);
            return Task.FromResult(new IntakeAnswer([], [new EntryAnswer(told.SourceId, isNew ? EntryStatus.Accepted : EntryStatus.Repeated, [1], [], [])], false));
        }
    }
}
