namespace Hub.Core.Errors;

/// <summary>Why a version of a shared self-treatment plan was not taken, or not given on.</summary>
[ErrorCatalogue.Area]
public static class PlanErrors
{
    /// <summary>Edited from a version that is no longer the latest.</summary>
    public static readonly ErrorDefinition Conflict = new("HUB-PLAN-001", "The plan was changed elsewhere meanwhile: nothing was overwritten", "Read both versions, and write one that merges them.", HttpStatus: 409);

    /// <summary>The same system has written a later version.</summary>
    public static readonly ErrorDefinition Older = new("HUB-PLAN-002", "The same system has written a later version of the plan already: nothing was overwritten", "Read both versions, and write one that merges them; or dismiss the older one.", HttpStatus: 409);

    /// <summary>It says that it was edited from a version that there is not.</summary>
    public static readonly ErrorDefinition UnknownVersion = new("HUB-PLAN-003", "The version that it was edited from is not known for this patient", "Name a version that the shared plan has, or none.", HttpStatus: 422);

    /// <summary>The patient has several shared plans.</summary>
    public static readonly ErrorDefinition WhichPlan = new("HUB-PLAN-004", "The patient has several shared plans, and it is not said which one was edited", "Name the version that it was edited from.", HttpStatus: 422);

    /// <summary>Not a self-treatment plan.</summary>
    public static readonly ErrorDefinition NotAPlan = new("HUB-PLAN-005", "This is not a self-treatment plan that can be read", "Send a CarePlan of category 2 about one patient with a national identity number; the text names what is missing.", HttpStatus: 422);

    /// <summary>Something in it has no place in the shared plan.</summary>
    public static readonly ErrorDefinition NoPlace = new("HUB-PLAN-006", "The shared plan has no place for this element", "Leave it out, or say it in the description: what is taken in is carried to everybody.", HttpStatus: 422);

    /// <summary>The request does not say which version it changes.</summary>
    public static readonly ErrorDefinition VersionMissing = new("HUB-PLAN-007", "It is not said which version is changed", "Send If-Match with the version that was read, W/\"n\".", HttpStatus: 428);

    /// <summary>A change without a reason.</summary>
    public static readonly ErrorDefinition ReasonMissing = new("HUB-PLAN-008", "It is not said why the plan is changed", "Send the reason as reason.text of a Provenance in the header X-Provenance, or as a note 'Endret fordi: ...'.", HttpStatus: 422);

    /// <summary>No such plan, version or conflict.</summary>
    public static readonly ErrorDefinition NotFound = new("HUB-PLAN-009", "There is no such plan, version or conflict here", "Search by the patient.", HttpStatus: 404);

    /// <summary>Many write at once.</summary>
    public static readonly ErrorDefinition Busy = new("HUB-PLAN-010", "The plan is being written by others at this moment", "Try again.", Retryable: true, HttpStatus: 503);

    /// <summary>Another register was changed meanwhile.</summary>
    public static readonly ErrorDefinition ChangedThere = new("HUB-PLAN-011", "The receiving register holds a version that this one does not build on: nothing was overwritten", "Let the change of the receiving register come in, resolve the conflict, and the merged version goes there.");

    /// <summary>The tenant has no register of shared plans.</summary>
    public static readonly ErrorDefinition NoRegister = new("HUB-PLAN-012", "This tenant shares no plans", "Add a partner with 'adapter: plans' and 'inbound: { auth: hub }'.", HttpStatus: 404);

    /// <summary>The document is not in the form that the register reads.</summary>
    public static readonly ErrorDefinition WrongForm = new("HUB-PLAN-013", "The register of shared plans reads hub.content and fhir.careplan only", "Correct 'as' of the route, then remap.");
}
