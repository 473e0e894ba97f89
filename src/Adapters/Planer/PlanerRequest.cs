using System.Text.Json;

namespace Hub.Adapters.Planer;

/// <summary>A document of the mapping <c>planer.plan</c>: the body of a create request, and what an update takes of it.</summary>
/// <param name="Body">The bytes.</param>
/// <param name="Status">Status.</param>
/// <param name="Content">Title, description and zones.</param>
/// <param name="Patient">The subject's number.</param>
internal sealed record PlanerRequest(ReadOnlyMemory<byte> Body, string Status, PlanerContent Content, string Patient)
{
    /// <summary>Reads the document; null when it is not of the form.</summary>
    public static PlanerRequest? Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            var root = json.RootElement;
            return root.TryGetProperty("clinical_content", out var clinical) && PlanerContent.Read(clinical) is { } content && root.TryGetProperty("subject", out var subject)
                && PlanerPlan.Text(subject, "value") is { } patient && PlanerPlan.Text(root, "status") is { } status
                ? new PlanerRequest(body, status, content, patient)
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The body of an update: the version it follows, and no subject, which is read-only after the creation.</summary>
    public byte[] Update(int version)
    {
        using var source = JsonDocument.Parse(Body);
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            json.WriteNumber("version", version);
            foreach (var member in source.RootElement.EnumerateObject().Where(m => m.Name != "subject"))
                member.WriteTo(json);
            json.WriteEndObject();
        }

        return bytes.ToArray();
    }
}
