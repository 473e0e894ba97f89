namespace Hub.Core.Errors;

/// <summary>Why an operator's act was refused.</summary>
[ErrorCatalogue.Area]
public static class OperatorErrors
{
    /// <summary>There is none, or it is not within the caller's reach.</summary>
    public static readonly ErrorDefinition NotFound = new("HUB-OPERATOR-001", "There is no such message, delivery or tenant", "Check the number and the tenant; what belongs to others does not exist for you.", HttpStatus: 404);

    /// <summary>The delivery is still under way.</summary>
    public static readonly ErrorDefinition UnderWay = new("HUB-OPERATOR-002", "The delivery is still under way", "Wait for its outcome, or discard it first.", HttpStatus: 409);

    /// <summary>The delivery has arrived.</summary>
    public static readonly ErrorDefinition Arrived = new("HUB-OPERATOR-003", "The delivery has arrived already", "Redeliver to send the same again under the same key, or replay the message to send it anew.", HttpStatus: 409);

    /// <summary>The delivery was discarded.</summary>
    public static readonly ErrorDefinition Discarded = new("HUB-OPERATOR-004", "The delivery was discarded", "Replay the message if it should still go out.", HttpStatus: 409);

    /// <summary>A message can have no more deliveries.</summary>
    public static readonly ErrorDefinition TooManyDeliveries = new("HUB-OPERATOR-005", "The message has as many deliveries as one message can have", "Redeliver or remap one of them instead of replaying again.", HttpStatus: 409);

    /// <summary>Refused input that was settled before.</summary>
    public static readonly ErrorDefinition Settled = new("HUB-OPERATOR-006", "It was taken in or discarded already", "Look at its state; nothing more is to be done.", HttpStatus: 409);

    /// <summary>The name of a token was used.</summary>
    public static readonly ErrorDefinition NameTaken = new("HUB-OPERATOR-007", "A token of this name was issued before", "Choose another name: the audit log names tokens, so no name is used twice.", HttpStatus: 409);

    /// <summary>No token of this name is in force.</summary>
    public static readonly ErrorDefinition NoToken = new("HUB-OPERATOR-008", "No token of this name is in force", "Look at 'hub token list --all'; a token that was revoked stays so.", HttpStatus: 404);

    /// <summary>The delivery is held already.</summary>
    public static readonly ErrorDefinition Held = new("HUB-OPERATOR-009", "The delivery is held already", "Release it when it may go out.", HttpStatus: 409);

    /// <summary>The delivery is not held.</summary>
    public static readonly ErrorDefinition NotHeld = new("HUB-OPERATOR-010", "The delivery is not held", "Nothing needs to be released; look at its state.", HttpStatus: 409);

    /// <summary>The delivery was given up.</summary>
    public static readonly ErrorDefinition Ended = new("HUB-OPERATOR-011", "The delivery was given up, so nothing of it waits", "Redeliver or remap it, or discard it.", HttpStatus: 409);

    /// <summary>Nothing is paused under this name.</summary>
    public static readonly ErrorDefinition NotPaused = new("HUB-OPERATOR-012", "It is not paused", "Look at GET /ops/v1/pauses; a pause with an end may have ended by itself.", HttpStatus: 404);

    /// <summary>The delivery was changed since it was looked at.</summary>
    public static readonly ErrorDefinition Moved = new("HUB-OPERATOR-013", "The delivery has changed since it was looked at", "Look at the preview again, then amend.", HttpStatus: 409);

    /// <summary>The selection has changed since the preview.</summary>
    public static readonly ErrorDefinition SelectionChanged = new("HUB-OPERATOR-014", "What is selected has changed since the preview", "Ask for the preview again, look at it, and start with its token.", HttpStatus: 409);

    /// <summary>The selection is too large.</summary>
    public static readonly ErrorDefinition SelectionTooLarge = new("HUB-OPERATOR-015", "The selection is larger than one action can be", "Narrow it down by time, partner or route, and act in several steps.", HttpStatus: 409);

    /// <summary>The action has ended.</summary>
    public static readonly ErrorDefinition ActionEnded = new("HUB-OPERATOR-016", "The action has ended already", "Look at what it has done; nothing more is to be done.", HttpStatus: 409);

    /// <summary>The selection holds nothing to act on.</summary>
    public static readonly ErrorDefinition NothingToDo = new("HUB-OPERATOR-017", "There is nothing in the selection that this could be done to", "Look at the preview: it says why.", HttpStatus: 409);

    /// <summary>There is no document to amend.</summary>
    public static readonly ErrorDefinition NoDocument = new("HUB-OPERATOR-018", "The delivery has no document that can be amended", "Remap it: a document is made anew.", HttpStatus: 409);

    /// <summary>The conflict is over.</summary>
    public static readonly ErrorDefinition ConflictClosed = new("HUB-OPERATOR-020", "The conflict of the plan is settled or dismissed already", "Look at its state; nothing more is to be done.", HttpStatus: 409);

    /// <summary>The amended document is the stored one.</summary>
    public static readonly ErrorDefinition NothingAmended = new("HUB-OPERATOR-019", "The document is the same as the stored one", "Redeliver to send the same again.", HttpStatus: 409);
}
