using Hub.Core.Errors;

namespace Hub.Adapters.Plans;

/// <summary>What the register says to an edit.</summary>
public abstract record PlanVerdict
{
    private PlanVerdict()
    {
    }

    /// <summary>It becomes the next version.</summary>
    /// <param name="Number">Number of the version.</param>
    /// <param name="BasedOn">The version before it; 0 for none.</param>
    public sealed record Next(int Number, int BasedOn) : PlanVerdict;

    /// <summary>Nothing changes: it came before, or says what a version says already.</summary>
    /// <param name="Number">That version.</param>
    public sealed record Repeat(int Number) : PlanVerdict;

    /// <summary>It was not edited from the latest version: both are kept, and a person merges them.</summary>
    /// <param name="Latest">The latest version.</param>
    /// <param name="BasedOn">The version it was edited from; 0 for none.</param>
    /// <param name="Error">What is said of it.</param>
    public sealed record Conflict(int Latest, int BasedOn, ErrorDefinition Error) : PlanVerdict;

    /// <summary>It cannot be placed.</summary>
    /// <param name="Error">Why.</param>
    public sealed record Refused(HubError Error) : PlanVerdict;
}
