using Hub.Adapters.Plans;
using Hub.Core.Storage;

namespace Hub.Host.Registers;

/// <summary>An edit of a shared plan that did not become a version.</summary>
/// <param name="Record">As it is kept.</param>
/// <param name="Edit">The edit; null when it cannot be opened.</param>
/// <param name="Latest">The latest version of its plan; null when it cannot be opened.</param>
internal sealed record PlanConflict(StoredRecord Record, SharedVersion? Edit, SharedVersion? Latest)
{
    /// <summary>Whose.</summary>
    public string Tenant => Record.Tenant;

    /// <summary>Its key.</summary>
    public string Id => Record.Key;

    /// <summary>Id of the plan.</summary>
    public string Plan => PlanKeys.PlanOf(Record.Key);

    /// <summary>Whether somebody must still merge or dismiss it.</summary>
    public bool IsOpen => Record.State == PlanShelf.Open;
}

/// <summary>Which conflicts to find.</summary>
/// <param name="State">Their state; null for every.</param>
/// <param name="Before">Time of the last one of the page before; null for the first page.</param>
/// <param name="AfterKey">Key of the last one of the page before.</param>
/// <param name="Limit">At most so many.</param>
internal sealed record PlanConflictFilter(string? State, DateTimeOffset? Before, string? AfterKey, int Limit);
