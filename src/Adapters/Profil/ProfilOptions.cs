using System.Globalization;
using System.Text.RegularExpressions;
using Hub.Core.Content;
using Hub.Core.Errors;
using Hub.Core.Tenants;

namespace Hub.Adapters.Profil;

/// <summary>Settings of a Profil-like journal.</summary>
public sealed partial record ProfilOptions
{
    /// <summary>Names of the settings in tenant files. <c>patientName</c>, <c>noteTypes</c> and <c>formReport</c> are read by the mapping.</summary>
    public static IReadOnlyList<string> Names { get; } = ["apiVersion", "versionMismatch", "measureType", "measureName", "patientName", "noteTypes", "formReport"];

    /// <summary>Version of the interface that the tenant was tested with (<c>4.2</c>); required where the hub calls the journal.</summary>
    public string ApiVersion { get; init; } = "";

    /// <summary>Whether a journal of another version is tried again (<c>retry</c>) or gives dead letters at once (<c>refuse</c>, default).</summary>
    public bool RetriesMismatch { get; init; }

    /// <summary>Type number of the measure (tiltak) that everything is filed under; default 4100.</summary>
    public int MeasureType { get; init; } = 4100;

    /// <summary>Name that a new measure is given; default <c>Digital hjemmeoppfølging</c>.</summary>
    public string MeasureName { get; init; } = "Digital hjemmeoppfølging";

    /// <summary>Reads the settings of a partner.</summary>
    /// <param name="partner">The partner.</param>
    /// <returns>The settings, or every fault with its path.</returns>
    public static Result<ProfilOptions> Read(PartnerConfig partner)
    {
        var errors = new List<HubError>();
        var version = partner.Options.GetValueOrDefault("apiVersion", "");
        if ((partner.Url is not null || version.Length > 0) && !Version().IsMatch(version))
            errors.Add(ConfigErrors.BadValue.At("options.apiVersion", "'apiVersion' must name the version of the journal's interface, such as \"4.2\""));
        var mismatch = partner.Options.GetValueOrDefault("versionMismatch", "refuse");
        if (mismatch is not ("refuse" or "retry"))
            errors.Add(ConfigErrors.BadValue.At("options.versionMismatch", "'versionMismatch' must be refuse or retry"));
        if (!int.TryParse(partner.Options.GetValueOrDefault("measureType", "4100"), NumberStyles.None, CultureInfo.InvariantCulture, out var type) || type == 0)
            errors.Add(ConfigErrors.BadValue.At("options.measureType", "'measureType' must be a number"));
        if (partner.Options.GetValueOrDefault("patientName", "send") is not ("send" or "omit"))
            errors.Add(ConfigErrors.BadValue.At("options.patientName", "'patientName' must be send or omit"));
        if (partner.Options.GetValueOrDefault("formReport", "attach") is not ("attach" or "omit"))
            errors.Add(ConfigErrors.BadValue.At("options.formReport", "'formReport' must be attach or omit"));
        if (partner.Options.TryGetValue("noteTypes", out var types) && !types.Split(',').All(IsNoteType))
            errors.Add(ConfigErrors.BadValue.At("options.noteTypes", "'noteTypes' must be pairs such as note=101, alert=135"));
        return errors.Count > 0 ? Result<ProfilOptions>.Failed(errors) : new ProfilOptions
        {
            ApiVersion = version,
            RetriesMismatch = mismatch == "retry",
            MeasureType = type,
            MeasureName = partner.Options.GetValueOrDefault("measureName", "Digital hjemmeoppfølging"),
        };
    }

    private static bool IsNoteType(string pair) =>
        pair.Split('=', StringSplitOptions.TrimEntries) is [var name, var number] && ContentKindNames.TryParse(name, out _)
        && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var type) && type > 0;

    [GeneratedRegex(@"^[0-9]{1,3}\.[0-9]{1,3}$")]
    private static partial Regex Version();
}
