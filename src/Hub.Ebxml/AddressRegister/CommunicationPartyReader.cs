using System.Text.Json;
using Hub.Ebxml.Agreements;

namespace Hub.Ebxml.AddressRegister;

/// <summary>Reads one entry of the address register from the JSON its service gives. Only a missing HER-id leaves no entry.</summary>
public static class CommunicationPartyReader
{
    /// <summary>The text is not JSON, or not an object.</summary>
    public const string NotJson = "ar-not-json";

    /// <summary>The entry has no HER-id that is a positive whole number.</summary>
    public const string NoHer = "ar-no-her";

    /// <summary>The entry names a certificate that cannot be read; the entry is used without it.</summary>
    public const string BadCertificate = "ar-bad-certificate";

    /// <summary>Reads an entry.</summary>
    /// <param name="json">UTF-8 JSON, byte order mark allowed.</param>
    /// <returns>The entry, or why there is none.</returns>
    public static Outcome<CommunicationParty> Read(ReadOnlyMemory<byte> json)
    {
        var document = Parse(json);
        if (document.Value is null)
            return Outcome<CommunicationParty>.Failed(document.Failures);
        using (document.Value)
            return Read(document.Value.RootElement);
    }

    /// <summary>Reads JSON text into a document that is an object.</summary>
    /// <param name="json">UTF-8 JSON, byte order mark allowed.</param>
    /// <returns>The document, or why there is none.</returns>
    internal static Outcome<JsonDocument> Parse(ReadOnlyMemory<byte> json)
    {
        if (json.Span.StartsWith("\uFEFF"u8))
            json = json[3..];
        try
        {
            var document = JsonDocument.Parse(json, new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 32 });
            if (document.RootElement.ValueKind == JsonValueKind.Object)
                return document;
            document.Dispose();
            return new Failure(NotJson, "The entry is not a JSON object.", "$");
        }
        catch (JsonException error)
        {
            return new Failure(NotJson, "The entry is not JSON.", $"line {error.LineNumber + 1}, byte {error.BytePositionInLine + 1}");
        }
    }

    internal static Outcome<CommunicationParty> Read(JsonElement root)
    {
        if (root.Her("herId") is not { } her)
            return new Failure(NoHer, "The entry has no HER-id.", "$.herId");
        var remarks = new List<Failure>();
        var organization = root.Member("organizationDetails") ?? root;
        var service = root.Member("serviceDetails") ?? root;
        var parent = root.Member("parentOrganization") ?? root.Member("parent") ?? root.Member("organization");
        return new CommunicationParty
        {
            Her = her,
            Name = root.Text("name") ?? root.Text("displayName") ?? "",
            DisplayName = root.Text("displayName"),
            Level = Level(root.Text("type")),
            ParentHer = root.Her("parentHerId") ?? parent?.Her("herId"),
            OrganizationNumber = organization.Text("organizationNumber") ?? parent?.Text("organizationNumber"),
            Code = Code(service, "code", "serviceType", "type") ?? Code(organization, "businessType"),
            Services = organization.Hers("services"),
            Persons = organization.Hers("persons"),
            EdiAddress = root.Text("ediAddress"),
            SigningCertificate = Certificate(root, "currentSigningCertificate", remarks),
            EncryptionCertificate = Certificate(root, "currentEncryptionCertificate", remarks),
            Processes = [.. root.Items("processes").Select(p => p.ValueKind == JsonValueKind.String ? p.GetString() : p.Text("action") ?? p.Text("name")).OfType<string>()],
            ValidFrom = root.Instant("validFrom"),
            ValidTo = root.Instant("validTo"),
            Remarks = remarks,
        };
    }

    /// <summary>Reads a certificate as the register gives it: the bytes when they are there, else the thumbprint.</summary>
    /// <param name="certificate">The object.</param>
    /// <returns>The certificate, or null when it can be neither read nor named.</returns>
    internal static PartnerCertificate? Certificate(JsonElement certificate)
    {
        if (certificate.Text("certificateValue") is { } value)
            return PartnerCertificate.FromBase64(value);
        return certificate.Text("thumbprint") is { } thumbprint
            ? PartnerCertificate.Named(thumbprint, certificate.Instant("validFrom") ?? DateTimeOffset.MinValue, certificate.Instant("validTo") ?? DateTimeOffset.MaxValue)
            : null;
    }

    private static PartnerCertificate? Certificate(JsonElement root, string name, List<Failure> remarks)
    {
        if (root.Member(name) is not { } element)
            return null;
        var certificate = Certificate(element);
        if (certificate is null)
            remarks.Add(new(BadCertificate, "The certificate cannot be read.", $"$.{name}"));
        return certificate;
    }

    private static PartyLevel Level(string? type) => type?.ToUpperInvariant() switch
    {
        "ORGANIZATION" => PartyLevel.Organization,
        "SERVICE" => PartyLevel.Service,
        "PERSON" or "ORGANIZATIONPERSON" => PartyLevel.Person,
        _ => PartyLevel.Other,
    };

    private static string? Code(JsonElement element, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (element.Member(name) is { ValueKind: JsonValueKind.Object } code && (code.Text("value") ?? code.Text("codeValue")) is { } value)
                return value;
        }
        return null;
    }
}
