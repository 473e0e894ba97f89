using Hub.Adapters.Handovers;
using Hub.Core.Content;
using Hub.Core.Identities;
using Hub.Core.Tenants;
using Xunit;

namespace Hub.UnitTests.Handovers;

/// <summary>Who may hand over whom to whom.</summary>
public sealed class HandoverRulesTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Moment = Now.AddDays(14);

    private static readonly Dictionary<string, PartyConfig> Parties = new()
    {
        ["self"] = new PartyConfig("self", PartyKind.Municipality, "312229544") { Offers = new HashSet<string> { "dho" }, Title = "Bodø kommune" },
        ["sykehus"] = new PartyConfig("sykehus", PartyKind.Hospital, "983974910") { Partners = ["dips"] },
        ["annet"] = new PartyConfig("annet", PartyKind.Hospital, "974633574"),
        ["nabo"] = new PartyConfig("nabo", PartyKind.Municipality, "972418013") { Offers = new HashSet<string> { "dho" } },
    };

    private static HandoverState Proposal => new(
        "ho-1", new Patient(new Identifier(IdentifierSystems.Fnr, "13116900216"), "Line Danser", []), "sykehus", "self", HandoverStage.Proposed,
        new CareHandover("ho-1", new ClinicalTime(Moment), [new NoteSection(null, null, "Stabil", [])]) { Stage = HandoverStage.Proposed }, Now);

    [Fact]
    public void Should_move_responsibility_at_the_agreed_moment_and_not_before()
    {
        var proposed = HandoverRules.Propose(Proposal, Known()).Value;
        Assert.Equal(Moment, proposed.NextDue);
        var accepted = HandoverRules.Answer(proposed, "self", new HandoverAnswer(true, null, null), Now.AddDays(2)).Value;
        Assert.Equal((HandoverStage.Accepted, Moment), (accepted.Stage, accepted.NextDue!.Value));
        Assert.Same(accepted, HandoverRules.Pass(accepted, Moment.AddTicks(-1)));
        Assert.Equal(HandoverStage.Transferred, HandoverRules.Pass(accepted, Moment).Stage);
    }

    [Fact]
    public void Should_move_responsibility_at_the_answer_when_the_moment_has_passed()
    {
        var accepted = HandoverRules.Answer(Proposal, "self", new HandoverAnswer(true, null, null), Moment.AddDays(1)).Value;
        Assert.Equal(Moment.AddDays(1), accepted.MovesAt);
    }

    [Fact]
    public void Should_let_the_receiver_set_another_moment()
    {
        var accepted = HandoverRules.Answer(Proposal, "self", new HandoverAnswer(true, null, Moment.AddDays(3)), Now).Value;
        Assert.Equal(Moment.AddDays(3), accepted.NextDue);
    }

    [Fact]
    public void Should_say_no_at_once_for_a_municipality_without_the_service()
    {
        var parties = new Dictionary<string, PartyConfig>(Parties) { ["self"] = Parties["self"] with { Offers = new HashSet<string> { "ta" } } };
        var refused = HandoverRules.Propose(Proposal, new HandoverSurroundings(parties, null, null)).Value;
        Assert.Equal(HandoverStage.Refused, refused.Stage);
        Assert.Contains("Bodø kommune tilbyr ikke", refused.Reason, StringComparison.Ordinal);
        Assert.Null(refused.NextDue);
    }

    [Theory]
    [InlineData("nabo", "HUB-HANDOVER-004")] // only the home municipality grants the service
    [InlineData("sykehus", "HUB-HANDOVER-004")]
    [InlineData("", "HUB-HANDOVER-004")]
    public void Should_refuse_a_receiver_that_cannot_grant_the_service(string to, string code) =>
        Assert.Equal(code, HandoverRules.Propose(Proposal with { To = to }, Known()).Errors[0].Code);

    [Fact]
    public void Should_refuse_a_second_proposal_and_one_by_somebody_who_is_not_responsible()
    {
        Assert.Equal("HUB-HANDOVER-003", HandoverRules.Propose(Proposal, Known() with { OpenForPatient = "ho-0" }).Errors[0].Code);
        Assert.Equal("HUB-HANDOVER-006", HandoverRules.Propose(Proposal, Known() with { Responsible = "self" }).Errors[0].Code);
        Assert.True(HandoverRules.Propose(Proposal, Known() with { Responsible = "sykehus" }).IsOk);
    }

    [Theory]
    [InlineData("sykehus", "annet")]
    [InlineData("annet", "sykehus")]
    [InlineData("self", "sykehus")]
    public void Should_refuse_to_hand_a_patient_of_nobody_to_anybody_but_the_home_municipality(string from, string to)
    {
        var refused = HandoverRules.Propose(Proposal with { From = from, To = to }, Known());
        Assert.Equal("HUB-HANDOVER-014", refused.Errors is [var first, ..] ? first.Code : "ok");
        Assert.True(HandoverRules.Propose(Proposal with { From = from, To = to }, Known() with { Responsible = from }).IsOk);
    }

    [Fact]
    public void Should_hand_a_patient_back_to_the_hospital() =>
        Assert.Equal(HandoverStage.Proposed, HandoverRules.Propose(Proposal with { From = "self", To = "sykehus" }, Known() with { Responsible = "self" }).Value.Stage);

    [Theory]
    [InlineData("sykehus")]
    [InlineData("nabo")]
    public void Should_take_an_answer_from_the_receiver_only(string party) =>
        Assert.Equal("HUB-HANDOVER-007", HandoverRules.Answer(Proposal, party, new HandoverAnswer(true, null, null), Now).Errors[0].Code);

    [Fact]
    public void Should_ask_for_a_reason_and_take_the_same_answer_twice_but_no_other()
    {
        Assert.Equal("HUB-HANDOVER-010", HandoverRules.Answer(Proposal, "self", new HandoverAnswer(false, " ", null), Now).Errors[0].Code);
        var refused = HandoverRules.Answer(Proposal, "self", new HandoverAnswer(false, "Ikke kapasitet", null), Now).Value;
        Assert.Same(refused, HandoverRules.Answer(refused, "self", new HandoverAnswer(false, "Ikke kapasitet", null), Now.AddHours(1)).Value);
        Assert.Equal("HUB-HANDOVER-008", HandoverRules.Answer(refused, "self", new HandoverAnswer(true, null, null), Now).Errors[0].Code);
    }

    [Fact]
    public void Should_let_the_giver_take_it_back_until_it_has_moved()
    {
        var accepted = HandoverRules.Answer(Proposal, "self", new HandoverAnswer(true, null, null), Now).Value;
        Assert.Equal(HandoverStage.Withdrawn, HandoverRules.Withdraw(accepted, "sykehus", "Innlagt på nytt", Moment.AddHours(-1)).Value.Stage);
        Assert.Equal("HUB-HANDOVER-008", HandoverRules.Withdraw(accepted, "sykehus", "For sent", Moment).Errors[0].Code);
        Assert.Equal("HUB-HANDOVER-007", HandoverRules.Withdraw(accepted, "self", "Nei", Now).Errors[0].Code);
    }

    [Fact]
    public void Should_lapse_when_nobody_answers_and_leave_the_patient_where_it_was()
    {
        var lapsed = HandoverRules.Pass(Proposal, Moment);
        Assert.Equal(HandoverStage.Withdrawn, lapsed.Stage);
        Assert.Null(lapsed.NextDue);

        // A proposal for yesterday still leaves a week to answer.
        var late = Proposal with { Content = Proposal.Content with { Time = new ClinicalTime(Now.AddDays(-1)) } };
        Assert.Same(late, HandoverRules.Pass(late, Now.AddDays(6)));
        Assert.Equal(HandoverStage.Withdrawn, HandoverRules.Pass(late, Now.AddDays(7)).Stage);
    }

    private static HandoverSurroundings Known() => new(Parties, null, null);
}
