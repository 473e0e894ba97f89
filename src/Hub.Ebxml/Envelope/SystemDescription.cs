using System.Text.Json;

namespace Hub.Ebxml.Envelope;

/// <summary>The systems behind a message, for monitoring (HITS 1210), as JSON in the header's description.</summary>
/// <param name="Msh">Name of the message service handler; mandatory.</param>
/// <param name="MshVersion">Its version; mandatory.</param>
/// <param name="Application">Name of the clinical system; null when not given.</param>
/// <param name="ApplicationVersion">Its version.</param>
/// <param name="Middleware">Name of a system between the two.</param>
/// <param name="MiddlewareVersion">Its version.</param>
public sealed record SystemDescription(
    string Msh, string MshVersion, string? Application = null, string? ApplicationVersion = null,
    string? Middleware = null, string? MiddlewareVersion = null)
{
    /// <summary>The language the profile writes on this description, though the text is JSON.</summary>
    public const string Language = "NO";

    /// <summary>The description to put in a header.</summary>
    public Description ToDescription()
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            Write(json, "MSH-system", Msh);
            Write(json, "MSH-versjon", MshVersion);
            Write(json, "fagsystem", Application);
            Write(json, "fagsystem-versjon", ApplicationVersion);
            Write(json, "mellomvare", Middleware);
            Write(json, "mellomvare-versjon", MiddlewareVersion);
            json.WriteEndObject();
        }

        return new Description(Language, System.Text.Encoding.UTF8.GetString(stream.ToArray()));
    }

    /// <summary>Reads a description.</summary>
    /// <param name="description">The description of a header.</param>
    /// <returns>The systems, or null when the text is not that JSON.</returns>
    public static SystemDescription? Read(Description description)
    {
        ArgumentNullException.ThrowIfNull(description);
        try
        {
            using var json = JsonDocument.Parse(description.Text);
            var root = json.RootElement;
            if (root.ValueKind != JsonValueKind.Object || Text(root, "MSH-system") is not { } msh || Text(root, "MSH-versjon") is not { } version)
                return null;
            return new SystemDescription(msh, version, Text(root, "fagsystem"), Text(root, "fagsystem-versjon"),
                Text(root, "mellomvare"), Text(root, "mellomvare-versjon"));
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static void Write(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
            json.WriteString(name, value);
    }

    private static string? Text(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
