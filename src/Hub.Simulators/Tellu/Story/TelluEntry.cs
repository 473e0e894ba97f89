using Hub.Core.Content;
using Hub.Simulators.Dignio;

namespace Hub.Simulators.Tellu;

/// <summary>An entry of the feed: a revision of something, as it was published.</summary>
/// <param name="EntryId">Id of the entry; another one each time the same is published again.</param>
/// <param name="Published">When it was published.</param>
/// <param name="Kind">What it tells, by the system's list of kinds (10 reading, 20 and 21 alert, 30 to 32 note, 40 form, 50 plan, 60 status).</param>
/// <param name="Id">Id of the thing, unique within its kind.</param>
/// <param name="Revision">1 for the first.</param>
/// <param name="Person">Whom it is about.</param>
/// <param name="At">When it was.</param>
/// <param name="Content">What it says.</param>
public sealed record TelluEntry(string EntryId, DateTimeOffset Published, int Kind, string Id, int Revision, SyntheticPerson Person, DateTimeOffset At, HomeContent Content)
{
    /// <summary>The entry that it corrects, with the revision that came in it; null when it corrects none.</summary>
    public (string EntryId, int Revision)? Replaces { get; init; }

    /// <summary>The task that was not done; null unless it is such a note.</summary>
    public MissedTask? Task { get; init; }

    /// <summary>What set an alert off.</summary>
    public IReadOnlyList<(int Kind, string Id)> Causes { get; init; } = [];

    /// <summary>Out of the ordinary: <c>repeat</c>, <c>correction</c>, <c>late</c>, <c>early-closure</c>; null for most.</summary>
    public string? Oddity { get; init; }
}

/// <summary>A task that was not done.</summary>
/// <param name="Name">What was to be done.</param>
/// <param name="Due">When.</param>
/// <param name="Reason">Why not, by the system's list of reasons.</param>
public sealed record MissedTask(string Name, DateTimeOffset Due, int Reason);
