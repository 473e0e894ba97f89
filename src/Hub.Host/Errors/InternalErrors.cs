using Hub.Core.Errors;

namespace Hub.Host.Errors;

/// <summary>Faults of the hub itself.</summary>
[ErrorCatalogue.Area]
public static class InternalErrors
{
    /// <summary>A defect.</summary>
    public static readonly ErrorDefinition Defect = new("HUB-INTERNAL-001", "An unexpected fault in the hub", "Report the time and the trace id; the hub's log has the rest.", Retryable: true, HttpStatus: 500);
}
