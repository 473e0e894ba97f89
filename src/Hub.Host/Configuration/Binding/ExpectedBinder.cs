using System.Globalization;
using Hub.Core.Errors;
using Hub.Core.Tenants;
using Hub.Host.Configuration.Yaml;
using YamlDotNet.RepresentationModel;

namespace Hub.Host.Configuration.Binding;

/// <summary>Reads how often something is expected from a partner: a duration, or a section with hours and days.</summary>
internal static class ExpectedBinder
{
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Longest = TimeSpan.FromDays(31);

    private static readonly Dictionary<string, DayOfWeek> Days =
        Enum.GetValues<DayOfWeek>().ToDictionary(d => d.ToString()[..3].ToLowerInvariant(), StringComparer.Ordinal);

    /// <summary>Reads it.</summary>
    /// <param name="partner">The partner's settings.</param>
    /// <returns>What is expected; null when the file says nothing.</returns>
    public static ExpectedTraffic? Bind(YamlSection partner)
    {
        if (partner.Value("expects") is not YamlMappingNode)
            return partner.Value("expects") is null ? null : new ExpectedTraffic(partner.Duration("expects", Longest, Shortest, Longest));
        var section = partner.Section("expects", TenantKeys.Expected)!;
        if (section.Value("every") is null)
            section.Fail("every", ConfigErrors.Missing, "'every' is required: the longest time without a message");
        var expected = new ExpectedTraffic(section.Duration("every", Longest, Shortest, Longest));
        var (from, to) = Hours(section) ?? (expected.From, expected.To);
        return expected with { From = from, To = to, Days = section.Value("days") is null ? expected.Days : DaysOf(section) };
    }

    private static (TimeSpan From, TimeSpan To)? Hours(YamlSection section)
    {
        if (section.Text("hours") is not { } text)
            return null;
        if (text.Split('-') is [var first, var last] && Clock(first) is { } from && Clock(last) is { } to && from < to)
            return (from, to);
        section.Fail("hours", ConfigErrors.BadValue, "'hours' must be two times of one day such as \"07:00-22:00\"");
        return null;
    }

    private static TimeSpan? Clock(string text) =>
        text == "24:00" ? TimeSpan.FromDays(1) : TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time.ToTimeSpan() : null;

    private static HashSet<DayOfWeek> DaysOf(YamlSection section)
    {
        var days = new HashSet<DayOfWeek>();
        foreach (var text in section.Texts("days"))
        {
            if (Days.TryGetValue(text, out var day))
                days.Add(day);
            else
                section.Fail("days", ConfigErrors.BadValue, $"'{text}' is no day; expected {string.Join(", ", Days.Keys)}");
        }

        return days;
    }
}
