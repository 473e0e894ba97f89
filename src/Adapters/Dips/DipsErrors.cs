using Hub.Core.Errors;

namespace Hub.Adapters.Dips;

/// <summary>What is particular to DIPS.</summary>
[ErrorCatalogue.Area]
public static class DipsErrors
{
    /// <summary>Another version than the one that is pinned.</summary>
    public static readonly ErrorDefinition OtherVersion = new(
        "HUB-DIPS-001", "The journal runs another version than the one the tenant file pins", "Read the journal's release notes, try the routes against its test, then change options.fhirVersion or options.apiVersion.", Retryable: true, HttpStatus: 502);

    /// <summary>The subscription key is refused.</summary>
    public static readonly ErrorDefinition SubscriptionRefused = new(
        "HUB-DIPS-002", "The journal refuses the subscription key", "Check options.subscriptionKey and the subscription at the journal's portal; what waits goes out by itself afterwards.", Retryable: true, HttpStatus: 502);

    /// <summary>The patient's journal is closed.</summary>
    public static readonly ErrorDefinition JournalClosed = new(
        "HUB-DIPS-003", "The patient's journal is closed", "Have it opened, or find where the patient is followed up now; then redeliver.");

    /// <summary>The patient has no episode that this belongs to.</summary>
    public static readonly ErrorDefinition NoEpisode = new(
        "HUB-DIPS-004", "The patient has no episode of care that this belongs to", "Have the patient's remote monitoring registered in the journal, then redeliver.");

    /// <summary>The hub's user may not do this.</summary>
    public static readonly ErrorDefinition NotPermitted = new(
        "HUB-DIPS-005", "The hub's user in the journal lacks a right", "Have the user's role given access to the document type and its EPR groups; what waits goes out by itself afterwards.", Retryable: true);

    /// <summary>The journal is being maintained.</summary>
    public static readonly ErrorDefinition Maintenance = new("HUB-DIPS-006", "The journal is closed for maintenance", "Nothing; the hub tries again.", Retryable: true);

    /// <summary>The installation does not offer this.</summary>
    public static readonly ErrorDefinition NotOffered = new(
        "HUB-DIPS-007", "This installation of the journal does not take this kind of resource", "Route the content another way (dips.document, dips.alert), then remap.");
}
