namespace Hub.Core.Tenants;

/// <summary>How often something is expected from a partner. When nothing came for longer, it counts as silent. Hours and days are Norwegian time, and only they count: a night without traffic makes nobody silent who is expected by day.</summary>
/// <param name="Every">Longest time without a message.</param>
public sealed record ExpectedTraffic(TimeSpan Every)
{
    /// <summary>When the expected part of a day begins, from midnight; default 00:00.</summary>
    public TimeSpan From { get; init; } = TimeSpan.Zero;

    /// <summary>When it ends, from midnight; default 24:00.</summary>
    public TimeSpan To { get; init; } = TimeSpan.FromDays(1);

    /// <summary>On which days; default all seven.</summary>
    public IReadOnlySet<DayOfWeek> Days { get; init; } = EveryDay;

    private static readonly IReadOnlySet<DayOfWeek> EveryDay = Enum.GetValues<DayOfWeek>().ToHashSet();
}
