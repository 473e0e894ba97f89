using System.Text.Json;
using Hub.Core.Storage;

namespace Hub.Store.Text;

/// <summary>Notes of a message as stored: a JSON array of [kind, path, text]; null when there are none.</summary>
internal static class NoteText
{
    public static string? Write(IReadOnlyList<TimelineNote> notes) =>
        notes.Count == 0 ? null : JsonSerializer.Serialize(notes.Select(n => new[] { n.Kind, n.Path, n.Text }));

    public static IReadOnlyList<TimelineNote> Read(string? text) =>
        text is null ? [] : [.. JsonSerializer.Deserialize<string?[][]>(text)!.Select(n => new TimelineNote(n[0]!, n[1], n[2]!))];
}
