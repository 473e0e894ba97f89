namespace Hub.Core.Errors;

/// <summary>Why a delivery failed, was given up or was never made.</summary>
[ErrorCatalogue.Area]
public static class DeliveryErrors
{
    /// <summary>The partner does not answer.</summary>
    public static readonly ErrorDefinition Unreachable = new("HUB-SEND-001", "The partner does not answer", "Check the address, the network and the partner's own state.", Retryable: true);

    /// <summary>The partner took too long.</summary>
    public static readonly ErrorDefinition TimedOut = new("HUB-SEND-002", "The partner did not answer in time", "Check the partner's load; raise timeout in the tenant file if it is slow by nature.", Retryable: true);

    /// <summary>The partner answered with a temporary fault.</summary>
    public static readonly ErrorDefinition PartnerFault = new("HUB-SEND-003", "The partner answered with a fault of its own", "Ask the partner; the hub tries again.", Retryable: true);

    /// <summary>The partner asks the hub to wait.</summary>
    public static readonly ErrorDefinition Throttled = new("HUB-SEND-004", "The partner asks the hub to slow down", "Nothing; the hub waits as long as it was told to.", Retryable: true);

    /// <summary>The partner refuses the document.</summary>
    public static readonly ErrorDefinition Refused = new("HUB-SEND-005", "The partner refuses this document", "Read the partner's reason on the timeline; correct the cause and remap or redeliver.");

    /// <summary>The partner does not know the patient.</summary>
    public static readonly ErrorDefinition PatientUnknown = new("HUB-SEND-006", "The partner has no such patient, or the patient lacks the service", "Register the patient or the service in the journal, then redeliver.");

    /// <summary>The hub's credentials are refused.</summary>
    public static readonly ErrorDefinition CredentialsRefused = new("HUB-SEND-007", "The partner refuses the hub's credentials", "Check the secret, its expiry and the scope.", Retryable: true);

    /// <summary>The answer cannot be understood.</summary>
    public static readonly ErrorDefinition UnreadableAnswer = new("HUB-SEND-008", "The partner's answer cannot be understood", "Ask the partner whether the document arrived before redelivering.", Retryable: true);

    /// <summary>The partner has other content under the same id.</summary>
    public static readonly ErrorDefinition Conflict = new("HUB-SEND-009", "The partner holds something else under this id", "Compare both; remap to send under a new id.");

    /// <summary>No secure connection can be made.</summary>
    public static readonly ErrorDefinition NotSecure = new("HUB-SEND-010", "No secure connection to the partner can be made", "Check the partner's certificate: its expiry, its host name, and whether this machine trusts its issuer.", Retryable: true);

    /// <summary>Given up: the route's time is over.</summary>
    public static readonly ErrorDefinition GivenUp = new("HUB-DELIVERY-001", "Given up after the route's give-up time", "Correct the cause, then redeliver.");

    /// <summary>The receipt did not come in time.</summary>
    public static readonly ErrorDefinition NoReceipt = new("HUB-DELIVERY-002", "The receiver's answer did not come in time", "Ask the receiver whether it has the document before redelivering.");

    /// <summary>The mapping could not make a document.</summary>
    public static readonly ErrorDefinition MappingFailed = new("HUB-DELIVERY-003", "The content could not be written in the receiver's form", "Read the mapping ledger on the timeline; correct the route or the mapping, then remap.");

    /// <summary>The configuration no longer has the partner.</summary>
    public static readonly ErrorDefinition PartnerGone = new("HUB-DELIVERY-004", "The configuration no longer has this partner or mapping", "Restore the partner, or discard the delivery.", Retryable: true);

    /// <summary>The stored bytes cannot be opened.</summary>
    public static readonly ErrorDefinition BodyUnreadable = new("HUB-DELIVERY-005", "The stored message cannot be opened", "Restore the tenant's encryption key.");

    /// <summary>A defect stopped the delivery.</summary>
    public static readonly ErrorDefinition Defect = new("HUB-DELIVERY-006", "An unexpected fault in the hub stopped this delivery", "Report it with the log line of the same message id; the hub tries again.", Retryable: true);

    /// <summary>Discarded by an operator.</summary>
    public static readonly ErrorDefinition Discarded = new("HUB-DELIVERY-007", "Discarded by an operator", "Nothing; see the audit log for who and why.");

    /// <summary>Every route that would have taken it asks for a consent that is not registered.</summary>
    public static readonly ErrorDefinition NoConsent = new("HUB-DELIVERY-008", "Not delivered: the patient's consent for this purpose is not registered", "Register the consent; then replay the message if it should still go out.");

    /// <summary>The receiver's transport never confirmed.</summary>
    public static readonly ErrorDefinition NotAcknowledged = new("HUB-DELIVERY-010", "The receiver's message service did not acknowledge, also after the last resend", "Ask the receiver whether its mailbox is read; then redeliver. A late acknowledgment is still recorded.");

    /// <summary>The receiver's transport refused.</summary>
    public static readonly ErrorDefinition TransportRefused = new("HUB-DELIVERY-011", "The receiver's message service refuses the message", "Read its error codes on the timeline (certificate, agreement, address); correct the cause, then remap.");

    /// <summary>The receipt is for other bytes.</summary>
    public static readonly ErrorDefinition ReceiptMismatch = new("HUB-DELIVERY-012", "The acknowledgment names other content than was sent", "Treat it as not delivered: compare the digests with the receiver, then remap.");

    /// <summary>The receiver's system refused.</summary>
    public static readonly ErrorDefinition AnswerNegative = new("HUB-DELIVERY-013", "The receiver's system rejects the document", "Read the rejection codes on the timeline; correct the cause, then remap. The patient's treaters have not got it.");

    /// <summary>Sent again since no acknowledgment came.</summary>
    public static readonly ErrorDefinition SentAgain = new("HUB-DELIVERY-014", "No acknowledgment in time: the same bytes are sent again", "Nothing yet; the hub resends as the partner's agreement says. Ask the receiver whether its mailbox is read if it goes on.", Retryable: true);

    /// <summary>Dead-lettered since it matched no route.</summary>
    public static readonly ErrorDefinition Unrouted = new("HUB-DELIVERY-009", "No route takes this message", "Read each route's verdict on the timeline; correct the routes, then replay the message.");
}
