using Hub.Core.Errors;
using Hub.Core.Lookups;

namespace Hub.Adapters.Siemens.Lookups;

/// <summary>What the pages of one search gave.</summary>
internal sealed class Harvest
{
    /// <summary>What was found.</summary>
    public List<LookupFinding> Found { get; } = [];

    /// <summary>Logical ids of what was found.</summary>
    public List<string> Ids { get; } = [];

    /// <summary>False when there is more than was read.</summary>
    public bool Whole { get; private set; } = true;

    /// <summary>Why the search ended early, null when it did not.</summary>
    public HubError? Error { get; private set; }

    /// <summary>True when a page was about somebody else: then nothing of the partner's answer can be trusted.</summary>
    public bool Foreign { get; private set; }

    /// <summary>Adds a page.</summary>
    public void Take(SearchPage page)
    {
        Found.AddRange(page.Findings);
        Ids.AddRange(page.Ids);
        Whole &= page.Whole;
    }

    /// <summary>A page could not be had.</summary>
    public Harvest Failed(HubError error)
    {
        (Error, Foreign, Whole) = (error, error.Code == LookupErrors.Unreadable.Code, false);
        return this;
    }

    /// <summary>There is more.</summary>
    public Harvest Cut()
    {
        Whole = false;
        return this;
    }
}
