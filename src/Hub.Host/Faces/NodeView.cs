using System.Text.Json;
using Hub.Core.Errors;
using Hub.Delivery;
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
        if (services.Engine is { } engine)
            Engine(json, engine.Status);
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

    private static void Engine(Utf8JsonWriter json, NodeStatus status)
    {
        json.WriteString("ownership", status.Ownership);
        if (status.BrokerConnected is { } connected)
            json.WriteBoolean("brokerConnected", connected);
        json.WriteStartArray("partitions");
        foreach (var partition in status.Partitions)
            json.WriteNumberValue(partition);
        json.WriteEndArray();
        json.WriteNumber("intakeWaiting", status.IntakeWaiting);
        json.WriteNumber("outcomesWaiting", status.OutcomesWaiting);
        json.WriteStartArray("partners");
        foreach (var partner in status.Partners)
            Partner(json, partner);
        json.WriteEndArray();
    }

    private static void Partner(Utf8JsonWriter json, PartnerStatus partner)
    {
        json.WriteStartObject();
        json.WriteString("tenant", partner.Tenant);
        json.WriteString("partner", partner.Partner);
        json.WriteString("circuit", OperatorViews.Name(partner.Circuit));
        json.WriteString("circuitSince", partner.CircuitSince);
        json.WriteNumber("inFlight", partner.InFlight);
        json.WriteNumber("waiting", partner.Waiting);
        json.WriteBoolean("caughtUp", partner.CaughtUp);
        if (partner.OldestWaiting is { } oldest)
            json.WriteString("oldestWaiting", oldest);
        if (partner.LastSuccess is { } success)
            json.WriteString("lastSuccess", success);
        json.WriteEndObject();
    }
}
