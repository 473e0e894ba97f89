using System.Globalization;
using Hub.Core.Errors;
using Hub.Core.Tenants;

namespace Hub.Adapters.Tellu;

/// <summary>Settings of a Tellu-like partner.</summary>
internal sealed record TelluOptions
{
    /// <summary>Names of the settings in tenant files. <c>patientName: omit</c> keeps names out of what is sent (read by the mappings).</summary>
    public static IReadOnlyList<string> Names { get; } = ["format", "page", "overlap", "from", "patientName"];

    /// <summary>In which form the feed and answers are asked for; default JSON.</summary>
    public TelluFormat Format { get; init; }

    /// <summary>Most entries of a page, 1 to 1000; default 100.</summary>
    public int Page { get; init; } = 100;

    /// <summary>How far before the last known entry the feed is begun again when its cursor is gone; default 24 h.</summary>
    public TimeSpan Overlap { get; init; } = TimeSpan.FromHours(24);

    /// <summary>Where the feed is begun the first time; null = at its beginning.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Reads the options of a partner.</summary>
    /// <param name="partner">The partner.</param>
    /// <param name="errors">Every fault, with its path.</param>
    /// <returns>The options; defaults stand where there is a fault.</returns>
    public static TelluOptions Read(PartnerConfig partner, out IReadOnlyList<HubError> errors)
    {
        var faults = new List<HubError>();
        var options = new TelluOptions();
        errors = faults;
        if (partner.Options.TryGetValue("format", out var format))
        {
            if (format is "json" or "xml")
                options = options with { Format = format == "xml" ? TelluFormat.Xml : TelluFormat.Json };
            else
                faults.Add(ConfigErrors.BadValue.At("options.format", "json or xml is expected here"));
        }

        if (partner.Options.TryGetValue("page", out var page))
        {
            if (int.TryParse(page, NumberStyles.None, CultureInfo.InvariantCulture, out var size) && size is >= 1 and <= 1000)
                options = options with { Page = size };
            else
                faults.Add(ConfigErrors.BadValue.At("options.page", "A whole number from 1 to 1000 is expected here"));
        }

        if (partner.Options.TryGetValue("overlap", out var overlap))
        {
            if (DurationText.TryParse(overlap, out var length))
                options = options with { Overlap = length };
            else
                faults.Add(ConfigErrors.BadValue.At("options.overlap", "A duration such as 24h is expected here"));
        }

        if (partner.Options.TryGetValue("from", out var from))
        {
            if (DateTimeOffset.TryParseExact(from, "yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture, DateTimeStyles.None, out var begin))
                options = options with { From = begin };
            else
                faults.Add(ConfigErrors.BadValue.At("options.from", "A time with its offset such as 2026-03-01T00:00:00+01:00 is expected here"));
        }

        return options;
    }
}
