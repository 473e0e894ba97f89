using Hub.Core.Errors;
using Hub.Core.Tenants;

namespace Hub.Adapters.Dips;

/// <summary>How one installation is reached, from the partner's <c>options</c>.</summary>
internal sealed record DipsOptions
{
    /// <summary>Every option, those of the mappings <c>dips.*</c> too.</summary>
    public static readonly IReadOnlyList<string> Names =
    [
        "fhirPath", "rpmPath", "rpmVersion", "subscriptionKey", "fhirScope", "rpmScope", "fhirVersion", "apiVersion",
        "lookups", "author", "authenticator", "department", "custodian", "documentType", "documentTypeName", "patientName",
    ];

    /// <summary>Base address of FHIR.</summary>
    public required Uri Fhir { get; init; }

    /// <summary>Base address of RPM RecordKeeper with its version.</summary>
    public required Uri Rpm { get; init; }

    /// <summary>Where the subscription key is; null where the installation asks for none.</summary>
    public SecretReference? SubscriptionKey { get; init; }

    /// <summary>Scope for FHIR; null = that of the auth section.</summary>
    public string? FhirScope { get; init; }

    /// <summary>Scope for RPM RecordKeeper; null = that of the auth section.</summary>
    public string? RpmScope { get; init; }

    /// <summary>FHIR version that the installation must have; null = not checked.</summary>
    public string? FhirVersion { get; init; }

    /// <summary>Version of the journal's FHIR software that the installation must have; null = not checked.</summary>
    public string? ApiVersion { get; init; }

    /// <summary>Reads them.</summary>
    public static DipsOptions Of(PartnerConfig partner)
    {
        var root = partner.Url!.AbsoluteUri.TrimEnd('/');
        string? Text(string name) => partner.Options.GetValueOrDefault(name) is { Length: > 0 } text ? text : null;
        return new DipsOptions
        {
            Fhir = new Uri($"{root}/{(Text("fhirPath") ?? "fhir").Trim('/')}"),
            Rpm = new Uri($"{root}/{(Text("rpmPath") ?? "rpm-recordkeeper").Trim('/')}/api/{Text("rpmVersion") ?? "v1"}"),
            SubscriptionKey = Text("subscriptionKey") is { } key ? new SecretReference(key) : null,
            FhirScope = Text("fhirScope"),
            RpmScope = Text("rpmScope"),
            FhirVersion = Text("fhirVersion"),
            ApiVersion = Text("apiVersion"),
        };
    }

    /// <summary>True when the journal is written to only: what was sent there is not asked for again.</summary>
    public static bool AsksNothing(PartnerConfig partner) => partner.Options.GetValueOrDefault("lookups") == "off";

    private static string[] NeededBy(string mapping) => mapping switch
    {
        "dips.document" or "report.questionnaire" => ["author", "custodian"],
        "dips.observation" => ["department"],
        _ => [],
    };

    /// <summary>What is wrong with them.</summary>
    public static IEnumerable<HubError> Check(PartnerConfig partner, TenantConfig tenant, ISecretReader? secrets)
    {
        if (partner.Options.GetValueOrDefault("subscriptionKey") is { } key)
        {
            if (!key.StartsWith("file:", StringComparison.Ordinal) && !key.StartsWith("env:", StringComparison.Ordinal))
                yield return ConfigErrors.SecretInFile.At("options.subscriptionKey", "'subscriptionKey' must be file:/path or env:NAME");
            else if (secrets?.Read(new SecretReference(key)) is { IsOk: false } missing)
                yield return ConfigErrors.SecretMissing.At("options.subscriptionKey", missing.Errors[0].Text);
        }

        if (partner.Options.GetValueOrDefault("lookups") is not (null or "on" or "off"))
            yield return ConfigErrors.BadValue.At("options.lookups", "'lookups' must be on or off");
        if (partner.Options.GetValueOrDefault("rpmVersion") is { } version && !(version is ['v', .. var number] && number.Length > 0 && number.All(char.IsAsciiDigit)))
            yield return ConfigErrors.BadValue.At("options.rpmVersion", "'rpmVersion' is a v and a number, such as v1");
        var needed = tenant.Routes.Where(r => r.To == partner.Name && r.Enabled).SelectMany(r => NeededBy(r.As));
        foreach (var option in needed.Distinct().Where(o => string.IsNullOrEmpty(partner.Options.GetValueOrDefault(o))))
            yield return ConfigErrors.Missing.At($"options.{option}", $"'{option}' is required by a route to this partner: the journal's own id, such as {(option == "author" ? "agb113" : "afa22")}");
        foreach (var (option, letters) in new[] { ("author", "agb"), ("authenticator", "agb"), ("department", "afa"), ("custodian", "afa") })
        {
            if (partner.Options.GetValueOrDefault(option) is { Length: > 0 } id && !(id.StartsWith(letters, StringComparison.Ordinal) && id.Length > 3 && id[3..].All(char.IsAsciiDigit)))
                yield return ConfigErrors.BadValue.At($"options.{option}", $"'{option}' is {letters} and a number, as the journal's FHIR ids are");
        }
    }
}
