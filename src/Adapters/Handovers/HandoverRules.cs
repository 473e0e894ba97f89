using Hub.Core.Content;
using Hub.Core.Errors;
using Hub.Core.Registers;
using Hub.Core.Tenants;

namespace Hub.Adapters.Handovers;

/// <summary>Who may do what to a handover, and what becomes of it. Pure.</summary>
public static class HandoverRules
{
    /// <summary>VKP code of digital home follow-up: the service that a receiver must offer.</summary>
    public const string Service = "dho";

    /// <summary>Decides on a proposal.</summary>
    /// <param name="proposal">What is asked for, in stage proposed.</param>
    /// <param name="known">What is known of patient and parties.</param>
    /// <returns>The handover as it now stands (refused at once where the receiver does not offer the service), or why it cannot be proposed.</returns>
    public static Result<HandoverState> Propose(HandoverState proposal, HandoverSurroundings known)
    {
        if (proposal.To == proposal.From || !known.Parties.TryGetValue(proposal.To, out var receiver))
            return HandoverErrors.NotHome.At("$.to");

        // The tenant's own organisation is the home municipality: no other municipality can grant anything here.
        if (receiver.Kind == PartyKind.Municipality && receiver.Name != Responsibility.Self)
            return HandoverErrors.NotHome.At("$.to");
        if (known.OpenForPatient is { } open && open != proposal.Id)
            return HandoverErrors.Open.At();
        // Whom nobody follows up nobody can give away: the home municipality decides whether it begins.
        if (known.Responsible is null && receiver.Name != Responsibility.Self)
            return HandoverErrors.NotRegistered.At("$.to");
        if (known.Responsible is { } responsible && responsible != proposal.From)
            return HandoverErrors.NotYours.At();
        if (receiver.Kind == PartyKind.Municipality && !receiver.Offers.Contains(Service))
            return proposal with { Stage = HandoverStage.Refused, DecidedAt = proposal.ProposedAt, Reason = $"{receiver.Title ?? receiver.Name} tilbyr ikke digital hjemmeoppfølging ({HandoverErrors.NoService.Code})" };
        return proposal;
    }

    /// <summary>Decides on an answer.</summary>
    /// <param name="state">The handover.</param>
    /// <param name="party">Who answers.</param>
    /// <param name="answer">The answer.</param>
    /// <param name="now">When.</param>
    /// <returns>The handover as it now stands (unchanged when the same answer was given before), or why the answer does not count.</returns>
    public static Result<HandoverState> Answer(HandoverState state, string party, HandoverAnswer answer, DateTimeOffset now)
    {
        if (party != state.To)
            return HandoverErrors.NotYourTurn.At();
        var stage = answer.Accepted ? HandoverStage.Accepted : HandoverStage.Refused;
        if (!answer.Accepted && string.IsNullOrWhiteSpace(answer.Reason))
            return HandoverErrors.NoReason.At("$.reason");
        if (state.Stage != HandoverStage.Proposed)
            return state.Stage == stage || (state.Stage == HandoverStage.Transferred && answer.Accepted) ? state : HandoverErrors.Decided.At();
        var moment = answer.Moment is { } other ? state.Content with { Time = new ClinicalTime(other) } : state.Content;
        return state with { Stage = stage, Content = moment, DecidedAt = now, DecidedBy = answer.Author, Reason = answer.Reason };
    }

    /// <summary>Decides on a withdrawal.</summary>
    /// <param name="state">The handover.</param>
    /// <param name="party">Who takes it back.</param>
    /// <param name="reason">Why.</param>
    /// <param name="now">When.</param>
    /// <returns>The handover as it now stands, or why it cannot be taken back.</returns>
    public static Result<HandoverState> Withdraw(HandoverState state, string party, string? reason, DateTimeOffset now)
    {
        if (party != state.From)
            return HandoverErrors.NotYourTurn.At();
        if (string.IsNullOrWhiteSpace(reason))
            return HandoverErrors.NoReason.At("$.reason");
        if (state.Stage == HandoverStage.Withdrawn)
            return state;
        return state.IsOpen && now < state.MovesAt ? state with { Stage = HandoverStage.Withdrawn, DecidedAt = now, Reason = reason } : HandoverErrors.Decided.At();
    }

    /// <summary>What time alone does to a handover.</summary>
    /// <param name="state">The handover.</param>
    /// <param name="now">The time now.</param>
    /// <returns>The handover as it now stands; the same object when nothing is due.</returns>
    public static HandoverState Pass(HandoverState state, DateTimeOffset now) => state.Stage switch
    {
        HandoverStage.Proposed when now >= state.AnswerBy => state with { Stage = HandoverStage.Withdrawn, DecidedAt = now, Reason = "Ikke besvart i tide; ansvaret er ikke flyttet" },
        HandoverStage.Accepted when now >= state.MovesAt => state with { Stage = HandoverStage.Transferred },
        _ => state,
    };
}

/// <summary>What must be known to decide on a proposal.</summary>
/// <param name="Parties">Parties of the tenant by name.</param>
/// <param name="Responsible">Who is registered as responsible for the patient, null when nobody is.</param>
/// <param name="OpenForPatient">Id of an open handover of the patient, null when there is none.</param>
public sealed record HandoverSurroundings(IReadOnlyDictionary<string, PartyConfig> Parties, string? Responsible, string? OpenForPatient);

/// <summary>An answer to a proposal.</summary>
/// <param name="Accepted">True when the receiver takes the patient.</param>
/// <param name="Reason">Why not; a refusal needs one.</param>
/// <param name="Moment">Another moment than the proposed one, null to keep it.</param>
public sealed record HandoverAnswer(bool Accepted, string? Reason, DateTimeOffset? Moment)
{
    /// <summary>Name of the professional who decided, null when not said.</summary>
    public string? Author { get; init; }
}
