using Hub.Core.Lookups;

namespace Hub.Host.Reading;

/// <summary>What partners gave to one question.</summary>
/// <param name="Found">Findings with their partners, no id of a partner twice.</param>
/// <param name="Missing">What should be there and is not.</param>
/// <param name="Asked">How many partners were asked.</param>
/// <param name="Answered">How many of them answered.</param>
internal sealed record Gathered(IReadOnlyList<(string Partner, LookupFinding Finding)> Found, IReadOnlyList<Missing> Missing, int Asked, int Answered)
{
    /// <summary>Nothing asked, nothing found.</summary>
    public static Gathered Nothing { get; } = new([], [], 0, 0);

    /// <summary>Where partners have more than was asked for: what is older than this may be missing. Null when they gave all.</summary>
    public DateTimeOffset? Edge { get; init; }

    /// <summary>Partners that say that they do not know the patient.</summary>
    public IReadOnlyList<string> Unknowing { get; init; } = [];

    /// <summary>True when partners were asked and none gave an answer.</summary>
    public bool Failed => Asked > 0 && Answered == 0;

    /// <summary>Both.</summary>
    /// <param name="other">The other.</param>
    /// <returns>What both gave.</returns>
    public Gathered And(Gathered other) => new([.. Found, .. other.Found], [.. Missing, .. other.Missing], Asked + other.Asked, Answered + other.Answered)
    {
        Edge = Edge is null || other.Edge > Edge ? other.Edge ?? Edge : Edge,
        Unknowing = [.. Unknowing.Union(other.Unknowing)],
    };
}
