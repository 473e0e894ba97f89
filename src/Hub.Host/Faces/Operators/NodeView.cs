using System.Text.Json;
using Hub.Core.Errors;
using Hub.Delivery;
using Hub.Host.Composition;
using Hub.Host.Security;

namespace Hub.Host.Faces.Operators;

/// <summary>The state of this node in JSON.</summary>
internal static class NodeView
{
    /// <summary>Writes the state; to a scoped caller what concerns its tenant.</summary>
    public static void Write(Utf8JsonWriter json, (HubServices Services, Scope Scope) of)
    {
        var (services, scope) = of;
        json.WriteStartObject();
        if (scope.Tenant is null)
            json.WriteString("node", services.Settings.Node);
        json.WriteNumber("snapshot", services.Snapshots.Current.Number);
        if (scope.Tenant is null)
            json.WriteNumber("tenants", services.Snapshots.Current.Tenants.Count);
        Configuration(json, [.. services.ConfigErrors.Where(e => Concerns(e, scope))]);
        if (services.Engine?.Status is { } status)
        {
            if (scope.Tenant is null)
                Engine(json, status);
            Partners(json, status.Partners.Where(p => scope.Reaches(p.Tenant, p.Partner)));
        }

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

    // A file is called as its tenant is.
    private static bool Concerns(HubError error, Scope scope) =>
        scope.Tenant is null || (error.Path?.StartsWith($"tenants/{scope.Tenant}.y", StringComparison.Ordinal) ?? false);

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
    }

    private static void Partners(Utf8JsonWriter json, IEnumerable<PartnerStatus> partners)
    {
        json.WriteStartArray("partners");
        foreach (var partner in partners)
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
