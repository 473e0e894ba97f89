using System.Runtime.InteropServices;
using System.Text.Json;
using Hub.Adapters.Json;
using Hub.Core.Adapters;
using Hub.Core.Errors;

namespace Hub.Adapters.Tellu.Feed;

/// <summary>A page of the feed, or of an answer, in the JSON form.</summary>
internal static class FeedJson
{
    public static Result<FeedText> Read(ReadOnlyMemory<byte> body)
    {
        using var document = JsonInput.Open(body, out var fault);
        if (document is null)
            return LookupErrors.Unreadable.At(fault!.Path, $"The page cannot be read: {fault.Text}");
        var root = document.RootElement;
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("entries", out var list) || list.ValueKind != JsonValueKind.Array)
            return LookupErrors.Unreadable.At("entries", "The page has no list of entries");
        var entries = new List<FeedItem>(list.GetArrayLength());
        foreach (var entry in list.EnumerateArray())
        {
            var id = entry.ValueKind == JsonValueKind.Object ? Text(entry, "entryId") : null;
            entries.Add(new FeedItem(FeedText.Label(id, entries.Count + 1), JsonMarshal.GetRawUtf8Value(entry).ToArray(), "application/json"));
        }

        return FeedText.Of(entries, Text(root, "cursor"), root.TryGetProperty("more", out var more) && more.ValueKind == JsonValueKind.True, Text(root, "until"));
    }

    private static string? Text(JsonElement at, string name) => at.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? JsonText.Read(value) : null;
}
