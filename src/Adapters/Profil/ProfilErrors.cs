using Hub.Core.Errors;

namespace Hub.Adapters.Profil;

/// <summary>What only a Profil-like journal does.</summary>
[ErrorCatalogue.Area]
public static class ProfilErrors
{
    /// <summary>The patient's journal is locked (feilkode 3003).</summary>
    public static readonly ErrorDefinition JournalLocked = new(
        "HUB-PROFIL-001", "The patient's journal is locked for editing", "Reopen the journal; the hub tries again until the route gives up.", Retryable: true);

    /// <summary>The journal speaks another version of its interface than the tenant file pins. Tried again only where the partner says <c>versionMismatch: retry</c>.</summary>
    public static readonly ErrorDefinition VersionMismatch = new(
        "HUB-PROFIL-002", "The journal speaks another version of its interface than the tenant file names", "Compare the versions, set options.apiVersion, then redeliver; what was filed is not filed twice.");

    /// <summary>The journal is closed for maintenance (503, feilkode 5002 or a page for people).</summary>
    public static readonly ErrorDefinition Maintenance = new(
        "HUB-PROFIL-003", "The journal is down for maintenance", "Nothing; the hub goes on when the journal is back.", Retryable: true);

    /// <summary>The document is not one that the sender can file.</summary>
    public static readonly ErrorDefinition WrongForm = new(
        "HUB-PROFIL-004", "A Profil-like journal takes documents of the form profil.document only", "Set 'as: profil.document' on the route, then remap.");

    /// <summary>The service has ended there.</summary>
    public static readonly ErrorDefinition MeasureEnded = new(
        "HUB-PROFIL-005", "The patient's measure (tiltak) in the journal has ended", "Grant the service anew in the journal, or end the follow-up; then redeliver.");

    /// <summary>A notice is not XML.</summary>
    public static readonly ErrorDefinition MalformedXml = new(
        "HUB-PROFIL-006", "The body is not well-formed XML of the expected form", "Correct the syntax at the given place; send no DTD.", HttpStatus: 400);

    /// <summary>A local time names no instant.</summary>
    public static readonly ErrorDefinition LocalTime = new(
        "HUB-PROFIL-007", "The local time names no instant, or two", "Send Norwegian local time; in the hour that comes twice in autumn with sommertid.", HttpStatus: 400);
}
