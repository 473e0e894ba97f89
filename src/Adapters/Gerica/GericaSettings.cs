using Hub.Core.Errors;
using Hub.Core.Tenants;

namespace Hub.Adapters.Gerica;

/// <summary>The settings of a partner under <c>options</c>.</summary>
/// <param name="ApiVersion">Version of the journal's interface that the tenant is set up for; null = none is asked for and none is checked.</param>
public sealed record GericaSettings(string? ApiVersion)
{
    /// <summary>Names of the settings. <c>patientName: omit</c> keeps the patient's name out of documents (read by the mappings).</summary>
    public static IReadOnlyList<string> Names { get; } = ["apiVersion", "patientName"];

    /// <summary>Reads them.</summary>
    /// <param name="partner">The partner.</param>
    /// <returns>The settings.</returns>
    public static GericaSettings Of(PartnerConfig partner) => new(partner.Options.GetValueOrDefault("apiVersion"));

    /// <summary>Finds what is wrong with them.</summary>
    /// <param name="partner">The partner.</param>
    /// <returns>Errors by setting.</returns>
    public static IEnumerable<HubError> Check(PartnerConfig partner)
    {
        if (partner.Options.GetValueOrDefault("apiVersion") is { } version && (version.Length is 0 or > 20 || version.Any(c => !char.IsAsciiLetterOrDigit(c) && c is not ('.' or '-'))))
            yield return ConfigErrors.BadValue.At("options.apiVersion", "'apiVersion' must name a version of the journal's interface, such as \"2.0\"");
        if (partner.Options.GetValueOrDefault("patientName") is { } name && name != "omit")
            yield return ConfigErrors.BadValue.At("options.patientName", "'patientName' can only be 'omit'");
    }
}
