using System.Text.Json;
using Hub.Core.Storage;
using Hub.Host.Configuration.Snapshots;

namespace Hub.Host.Faces.Operators;

/// <summary>Configurations in JSON. Secrets are references in the files, so nothing is hidden; hashes of keys are shortened.</summary>
internal static class SnapshotViews
{
    /// <summary>A page of configurations.</summary>
    public static void Page(Utf8JsonWriter json, (IReadOnlyList<(SnapshotHead Head, IReadOnlyList<string> Changed)> Snapshots, int Limit) page)
    {
        json.WriteStartObject();
        json.WriteStartArray("snapshots");
        foreach (var (head, changed) in page.Snapshots)
        {
            json.WriteStartObject();
            Head(json, head);
            json.WriteStartArray("changed");
            foreach (var file in changed)
                json.WriteStringValue(file);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (page.Snapshots.Count == page.Limit)
            json.WriteNumber("next", page.Snapshots[^1].Head.Number);
        json.WriteEndObject();
    }

    /// <summary>One configuration.</summary>
    public static void One(Utf8JsonWriter json, (SnapshotHead Head, IReadOnlyList<SnapshotFile> Files) of)
    {
        json.WriteStartObject();
        Head(json, of.Head);
        json.WriteStartArray("files");
        foreach (var file in of.Files)
        {
            json.WriteStartObject();
            File(json, file.Name, file.Tenant);
            json.WriteString("text", KeyHashes.Shorten(file.Text));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>What changed between two.</summary>
    public static void Difference(Utf8JsonWriter json, (SnapshotHead A, SnapshotHead B, IReadOnlyList<SnapshotDifference> Files) of)
    {
        json.WriteStartObject();
        json.WriteStartObject("a");
        Head(json, of.A);
        json.WriteEndObject();
        json.WriteStartObject("b");
        Head(json, of.B);
        json.WriteEndObject();
        json.WriteStartArray("files");
        foreach (var file in of.Files)
        {
            json.WriteStartObject();
            File(json, file.File, file.Tenant);
            json.WriteString("change", file.Change);
            json.WriteString("diff", file.Diff);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Head(Utf8JsonWriter json, SnapshotHead head)
    {
        json.WriteNumber("number", head.Number);
        json.WriteString("at", head.At);
    }

    private static void File(Utf8JsonWriter json, string name, string? tenant)
    {
        json.WriteString("file", name);
        if (tenant is not null)
            json.WriteString("tenant", tenant);
    }
}
