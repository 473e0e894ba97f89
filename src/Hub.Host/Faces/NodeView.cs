using System.Text.Json;
using Hub.Core.Errors;
using Hub.Host.Composition;

namespace Hub.Host.Faces;

/// <summary>The state of this node in JSON.</summary>
internal static class NodeView
{
    /// <summary>Writes the state.</summary>
    public static void Write(Utf8JsonWriter json, HubServices services)
    {
        json.WriteStartObject();
        json.WriteString("node", services.Settings.Node);
        json.WriteNumber("snapshot", services.Snapshots.Current.Number);
        json.WriteNumber("tenants", services.Snapshots.Current.Tenants.Count);
        Configuration(json, services.ConfigErrors);
        json.WriteEndObject();
    }

    /// <summary>Errors of a configuration that is not in force.</summary>
    public static void Configuration(Utf8JsonWriter json, IReadOnlyList<HubError> errors)
    {
        json.WriteStartArray("configErrors");
        foreach (var error in errors)
        {
            json.WriteStartObject();
            json.WriteString("code", error.Code);
            json.WriteString("path", error.Path);
            json.WriteString("text", error.Text);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
