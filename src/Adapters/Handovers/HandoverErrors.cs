using Hub.Core.Errors;

namespace Hub.Adapters.Handovers;

/// <summary>Why a handover cannot be proposed, answered or taken back.</summary>
[ErrorCatalogue.Area]
public static class HandoverErrors
{
    /// <summary>The caller speaks for no party.</summary>
    public static readonly ErrorDefinition NoParty = new("HUB-HANDOVER-001", "The caller speaks for none of the organisations that share this follow-up", "Name the partner under 'parties' in the tenant file.", HttpStatus: 403);

    /// <summary>The id was used for another handover.</summary>
    public static readonly ErrorDefinition Changed = new("HUB-HANDOVER-002", "A handover with this id was proposed before with other content", "Withdraw the first one, or propose under a new id.", HttpStatus: 409);

    /// <summary>The patient is being handed over already.</summary>
    public static readonly ErrorDefinition Open = new("HUB-HANDOVER-003", "Another handover of this patient is open", "Answer or withdraw it first.", HttpStatus: 409);

    /// <summary>The receiver is nobody who can grant the service here.</summary>
    public static readonly ErrorDefinition NotHome = new("HUB-HANDOVER-004", "Only the patient's home municipality can grant the service, and this is not its tenant", "Propose the patient to the home municipality.", HttpStatus: 422);

    /// <summary>The receiver does not offer the service.</summary>
    public static readonly ErrorDefinition NoService = new("HUB-HANDOVER-005", "The receiver does not offer digital home follow-up", "Keep the patient, or agree on another service.", HttpStatus: 422);

    /// <summary>The giver is not responsible.</summary>
    public static readonly ErrorDefinition NotYours = new("HUB-HANDOVER-006", "The patient is another organisation's responsibility", "Ask the responsible organisation to propose the handover.", HttpStatus: 409);

    /// <summary>Only the receiver answers, only the giver takes back.</summary>
    public static readonly ErrorDefinition NotYourTurn = new("HUB-HANDOVER-007", "This organisation cannot do that to the handover", "The receiver answers; the giver withdraws.", HttpStatus: 403);

    /// <summary>The handover has been decided.</summary>
    public static readonly ErrorDefinition Decided = new("HUB-HANDOVER-008", "The handover has been decided already", "Look at its state; propose a new one if needed.", HttpStatus: 409);

    /// <summary>There is no such handover.</summary>
    public static readonly ErrorDefinition Unknown = new("HUB-HANDOVER-009", "There is no such handover", "Check the id and the tenant.", HttpStatus: 404);

    /// <summary>A refusal without a reason.</summary>
    public static readonly ErrorDefinition NoReason = new("HUB-HANDOVER-010", "A refusal or withdrawal needs a reason", "Say why.", HttpStatus: 400);

    /// <summary>The message proposes no handover.</summary>
    public static readonly ErrorDefinition NotAProposal = new("HUB-HANDOVER-011", "This message does not propose, answer or withdraw a handover", "Route handovers and clinical messages of hospitals here, and nothing else.");

    /// <summary>The register changed meanwhile.</summary>
    public static readonly ErrorDefinition Raced = new("HUB-HANDOVER-012", "Somebody else changed the handover at the same moment", "Try again.", Retryable: true, HttpStatus: 503);

    /// <summary>The tenant keeps no handovers.</summary>
    public static readonly ErrorDefinition NotKept = new("HUB-HANDOVER-013", "This tenant keeps no handovers", "Add a partner with 'adapter: handovers' to the tenant file.", HttpStatus: 404);

    /// <summary>Nobody is registered as responsible for the patient.</summary>
    public static readonly ErrorDefinition NotRegistered = new("HUB-HANDOVER-014", "Nobody is registered as responsible for this patient, so only the home municipality can be asked to take over", "Propose the patient to 'self' first.", HttpStatus: 422);
}
