namespace Hub.Core.Errors;

/// <summary>Why a question about a patient could not be answered.</summary>
[ErrorCatalogue.Area]
public static class LookupErrors
{
    /// <summary>The partner does not answer.</summary>
    public static readonly ErrorDefinition Unreachable = new("HUB-LOOKUP-001", "The system that has the answer does not answer", "Ask again later; check the partner's state.", Retryable: true, HttpStatus: 503);

    /// <summary>The partner took too long.</summary>
    public static readonly ErrorDefinition TimedOut = new("HUB-LOOKUP-002", "The system that has the answer did not answer in time", "Ask again; check the partner's load.", Retryable: true, HttpStatus: 504);

    /// <summary>The partner failed.</summary>
    public static readonly ErrorDefinition Failed = new("HUB-LOOKUP-003", "The system that has the answer failed", "Ask again later; ask the partner.", Retryable: true, HttpStatus: 502);

    /// <summary>The partner's answer cannot be understood.</summary>
    public static readonly ErrorDefinition Unreadable = new("HUB-LOOKUP-004", "The answer cannot be understood", "Ask the partner; nothing of the answer was used.", HttpStatus: 502);

    /// <summary>The patient is not known there.</summary>
    public static readonly ErrorDefinition PatientUnknown = new("HUB-LOOKUP-005", "The patient is not known there, or lacks the service", "Check the national id; register the patient or the service.", HttpStatus: 404);

    /// <summary>The hub's credentials are refused.</summary>
    public static readonly ErrorDefinition CredentialsRefused = new("HUB-LOOKUP-006", "The system that has the answer refuses the hub's credentials", "Check the secret, its expiry and the scope.", Retryable: true, HttpStatus: 502);

    /// <summary>No partner can answer.</summary>
    public static readonly ErrorDefinition NobodyToAsk = new("HUB-LOOKUP-007", "No system of this tenant can answer such a question", "Add a partner whose adapter answers it.", HttpStatus: 404);

    /// <summary>The partner has more than it gave.</summary>
    public static readonly ErrorDefinition Incomplete = new("HUB-LOOKUP-008", "The answer is not complete", "Ask for a shorter period.", HttpStatus: 200);

    /// <summary>Too many ask at once.</summary>
    public static readonly ErrorDefinition Busy = new("HUB-LOOKUP-009", "More is asked of the system than it answers", "Ask again; raise the partner's window if the partner can take it.", Retryable: true, HttpStatus: 503);
}
