using Hub.Core.Errors;

namespace Hub.Adapters.Gerica;

/// <summary>What a Gerica-like journal can mean beyond what every partner can.</summary>
[ErrorCatalogue.Area]
public static class GericaErrors
{
    /// <summary>The journal's interface has another version than the one that the tenant is set up for.</summary>
    public static readonly ErrorDefinition VersionMismatch = new(
        "HUB-GERICA-001", "The journal speaks another version of its interface than the tenant file names", "Compare the versions and set options.apiVersion; what waits goes out by itself.", Retryable: true, HttpStatus: 502);

    /// <summary>The patient has the same measure (tiltak) more than once in the journal, which then does not know where to file.</summary>
    public static readonly ErrorDefinition DuplicateMeasure = new(
        "HUB-GERICA-002", "The patient has the same measure (tiltak) twice in the journal", "Let the journal's staff end one of the two, then redeliver.");

    /// <summary>The patient's journal is closed.</summary>
    public static readonly ErrorDefinition JournalClosed = new(
        "HUB-GERICA-003", "The patient's journal is closed", "Let the journal's staff open it or end the follow-up, then redeliver.");

    /// <summary>The system that the address belongs to shows a page for people instead of answering.</summary>
    public static readonly ErrorDefinition Maintenance = new(
        "HUB-GERICA-004", "The journal shows a web page instead of answering: maintenance, or a log-in page", "Wait for the end of the maintenance; check the address when there is none.", Retryable: true, HttpStatus: 503);
}
