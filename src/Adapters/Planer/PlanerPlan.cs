using System.Text.Json;
using Hub.Adapters.Json;
using Hub.Adapters.Values;
using Hub.Core.Content;

namespace Hub.Adapters.Planer;

/// <summary>A plan as Planer answers it.</summary>
/// <param name="Id">The register's id, a UUID.</param>
/// <param name="Version">The register's version.</param>
/// <param name="Status">Status.</param>
/// <param name="UpdatedAt">When the register took it; null when it does not say.</param>
/// <param name="Content">Title, description and zones.</param>
internal sealed record PlanerPlan(string Id, int Version, string Status, DateTimeOffset? UpdatedAt, PlanerContent Content)
{
    /// <summary>Why it was changed, null when not said.</summary>
    public string? Comment { get; init; }

    /// <summary>Who changed it, null when not said.</summary>
    public Party? UpdatedBy { get; init; }

    /// <summary>Whether two say the same.</summary>
    public bool Says(string status, PlanerContent content) => Status == status && Content.IsSame(content);

    /// <summary>Reads one; null when it is none.</summary>
    public static PlanerPlan? Read(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object || Text(json, "id") is not { Length: > 0 } id || !json.TryGetProperty("version", out var number)
            || number.ValueKind != JsonValueKind.Number || !number.TryGetInt32(out var version) || version < 1
            || !json.TryGetProperty("clinical_content", out var content) || PlanerContent.Read(content) is not { } clinical)
            return null;
        var at = OffsetTime.Read(Text(json, "updated_at"));
        return new PlanerPlan(id, version, Text(json, "status") ?? "", at, clinical)
        {
            Comment = Text(json, "comment"),
            UpdatedBy = json.TryGetProperty("updated_by", out var who) ? Who(who) : null,
        };
    }

    /// <summary>Reads one; null when the bytes hold none.</summary>
    public static PlanerPlan? Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            return Read(json.RootElement);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    internal static string? Text(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? JsonText.Read(value) : null;

    private static Party? Who(JsonElement who)
    {
        var id = Text(who, "value") is { Length: > 0 } value ? new Core.Identities.Identifier(Text(who, "system") ?? "", value) : null;
        var name = Text(who, "name");
        return id is null && name is null ? null : new Party(PartyRole.Practitioner, id, name);
    }
}

/// <summary>What a plan of Planer says.</summary>
/// <param name="Title">Title.</param>
/// <param name="Description">Description; empty when there is none.</param>
/// <param name="Zones">Zones in order.</param>
internal sealed record PlanerContent(string Title, string Description, IReadOnlyList<PlanerZone> Zones)
{
    /// <summary>Whether two say the same.</summary>
    public bool IsSame(PlanerContent other) => Title == other.Title && Description == other.Description && Zones.SequenceEqual(other.Zones);

    /// <summary>Reads <c>clinical_content</c>; null when it is not of its form.</summary>
    public static PlanerContent? Read(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object || !json.TryGetProperty("zones", out var zones) || zones.ValueKind != JsonValueKind.Array)
            return null;
        return new PlanerContent(
            PlanerPlan.Text(json, "title") ?? "",
            PlanerPlan.Text(json, "description") ?? "",
            [.. zones.EnumerateArray().Select(z => new PlanerZone(PlanerPlan.Text(z, "level") ?? "", PlanerPlan.Text(z, "condition") ?? "", PlanerPlan.Text(z, "action") ?? ""))]);
    }
}

/// <summary>A zone of a plan of Planer.</summary>
/// <param name="Level">green, yellow or red.</param>
/// <param name="Condition">How the patient recognises it.</param>
/// <param name="Action">What to do.</param>
internal sealed record PlanerZone(string Level, string Condition, string Action);
