using System.Net;
using System.Text.Json;

namespace Hub.AcceptanceTests.Staging;

/// <summary>What a caller got.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Text">The body.</param>
internal sealed record Reply(HttpStatusCode Status, string Text)
{
    public JsonElement Json => JsonDocument.Parse(Text).RootElement;

    /// <summary>Numbers of the messages that the webhook names.</summary>
    public IReadOnlyList<string> Messages =>
        [.. Json.GetProperty("entries").EnumerateArray().SelectMany(e => e.GetProperty("messages").EnumerateArray()).Select(m => m.GetString()!)];
}
