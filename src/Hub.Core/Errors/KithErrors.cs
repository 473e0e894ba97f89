namespace Hub.Core.Errors;

/// <summary>Why a content cannot become a document of the national message network. Nothing invalid is sent in its place.</summary>
[ErrorCatalogue.Area]
public static class KithErrors
{
    /// <summary>The tenant has no end of the message network, or no enterprise there.</summary>
    public static readonly ErrorDefinition NoSender = new("HUB-KITH-001", "The tenant has no address in the message network", "Add messaging.her and organization.her to the tenant file, then remap.");

    /// <summary>The partner's address is not complete.</summary>
    public static readonly ErrorDefinition NoReceiver = new("HUB-KITH-002", "The partner has no HER-id at both levels", "Add her.enterprise and her.service to the partner, then remap.");

    /// <summary>The patient's name is missing.</summary>
    public static readonly ErrorDefinition PatientUnnamed = new("HUB-KITH-003", "The patient needs a given name and a family name", "Ask the sender to name the patient, then replay.");

    /// <summary>There is no telephone number.</summary>
    public static readonly ErrorDefinition NoPhone = new("HUB-KITH-004", "No telephone number of the sending unit is known (HITS 1174)", "Add messaging.phone to the tenant file, then remap.");

    /// <summary>Nobody is responsible.</summary>
    public static readonly ErrorDefinition NoResponsible = new("HUB-KITH-005", "No responsible health professional is named", "Ask the sender to name the author, or name one under options.responsible of the partner; then remap.");

    /// <summary>A heading that the profile demands is missing.</summary>
    public static readonly ErrorDefinition HeadingMissing = new("HUB-KITH-006", "A heading that the message type demands is missing", "Ask the sender for a section with the heading named, or choose another message type for the route; then replay.");

    /// <summary>No services are named.</summary>
    public static readonly ErrorDefinition ServicesMissing = new("HUB-KITH-007", "The message type tells of services, and none is named", "Ask the sender for services of code list 9151, then replay.");

    /// <summary>The document that was made breaks a rule.</summary>
    public static readonly ErrorDefinition NotValid = new("HUB-KITH-008", "The document would break a rule of the standard", "Read the rule; correct the content or report the mapping.");

    /// <summary>There is nothing to say.</summary>
    public static readonly ErrorDefinition Empty = new("HUB-KITH-009", "The content has no text to send", "Ask the sender what was meant.");

    /// <summary>The bytes are not a document that can be answered.</summary>
    public static readonly ErrorDefinition Unanswerable = new("HUB-KITH-010", "The received document has no head that an answer could be addressed by", "Call the sender: no receipt can be made for it.");

    /// <summary>The type of message means nothing for home follow-up.</summary>
    public static readonly ErrorDefinition NoFollowUp = new("HUB-KITH-011", "This type of message changes nothing in home follow-up", "Let the route take only LOG_INNLAGT, LOG_UTSKREVET and LOG_DOD (when: category).");

    /// <summary>The message refers to an event without saying when it was.</summary>
    public static readonly ErrorDefinition EventMissing = new("HUB-KITH-012", "The message does not say when the patient was admitted, discharged or died", "Call the sender; change the follow-up by hand.");
}
