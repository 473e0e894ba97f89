using Hub.Core.Errors;
using Hub.Core.Tenants;
using Hub.Host.Configuration.Yaml;

namespace Hub.Host.Configuration.Binding;

/// <summary>Reads how a route retries: a named schedule, or delays of its own.</summary>
internal static class RetryBinder
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(30);

    private static readonly Dictionary<string, RetryConfig> Schedules = new(StringComparer.Ordinal)
    {
        ["standard"] = RetryConfig.Default,
        ["fast"] = RetryConfig.Fast,
    };

    /// <summary>Reads the section.</summary>
    /// <param name="section">The settings.</param>
    /// <returns>The configuration.</returns>
    public static RetryConfig Bind(YamlSection section)
    {
        var schedule = section.OneOf("schedule", RetryConfig.Default, Schedules);
        if (section.Value("schedule") is not null && section.Value("delays") is not null)
            section.Fail("delays", ConfigErrors.BadValue, "Write either 'schedule' or 'delays'");
        return new RetryConfig(
            section.Value("delays") is null ? schedule.Delays : Delays(section, schedule.Delays),
            section.Duration("giveUpAfter", schedule.GiveUpAfter, TimeSpan.FromSeconds(1), Longest),
            section.Share("jitter", schedule.Jitter));
    }

    private static IReadOnlyList<TimeSpan> Delays(YamlSection section, IReadOnlyList<TimeSpan> standard)
    {
        var delays = new List<TimeSpan>();
        foreach (var text in section.Texts("delays"))
        {
            if (DurationText.TryParse(text, out var delay) && delay > TimeSpan.Zero && delay <= Longest)
                delays.Add(delay);
            else
                section.Fail("delays", ConfigErrors.BadValue, "Each delay must be a duration such as 250ms, 30s, 5m or 1h");
        }

        return delays.Count == 0 ? standard : delays;
    }
}
