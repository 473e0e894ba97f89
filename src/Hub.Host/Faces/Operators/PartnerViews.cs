using System.Text.Json;
using Hub.Core.Tenants;
using Hub.Host.Health;

namespace Hub.Host.Faces.Operators;

/// <summary>Partners and their health in JSON.</summary>
internal static class PartnerViews
{
    /// <summary>Writes partners.</summary>
    public static void All(Utf8JsonWriter json, IReadOnlyList<PartnerHealth> partners)
    {
        json.WriteStartObject();
        json.WriteStartArray("partners");
        foreach (var partner in partners)
        {
            json.WriteStartObject();
            Fields(json, partner);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>Writes one partner with what happened last.</summary>
    public static void One(Utf8JsonWriter json, (PartnerHealth Partner, IReadOnlyList<RecentAttempt> Attempts) one)
    {
        json.WriteStartObject();
        Fields(json, one.Partner);
        json.WriteStartArray("attempts");
        foreach (var (delivery, happened) in one.Attempts)
        {
            json.WriteStartObject();
            json.WriteString("delivery", delivery.ToString());
            json.WriteString("at", happened.At);
            json.WriteString("step", OperatorViews.Name(happened.Kind));
            if (happened.Code is { } code)
                json.WriteString("code", code);
            if (happened.DurationMs is { } duration)
                json.WriteNumber("durationMs", duration);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Fields(Utf8JsonWriter json, PartnerHealth health)
    {
        var partner = health.Partner;
        json.WriteString("tenant", partner.Tenant);
        json.WriteString("partner", partner.Name);
        json.WriteString("adapter", partner.Adapter);
        json.WriteString("direction", Direction(partner));
        json.WriteString("state", OperatorViews.Name(health.State));
        if (health.Circuit is { } circuit)
            json.WriteString("circuit", circuit);
        Time(json, "since", health.Since);
        json.WriteNumber("waiting", health.Waiting);
        Time(json, "oldestWaitingAt", health.OldestWaitingAt);
        if (health.WaitingPaused > 0)
        {
            json.WriteNumber("waitingPaused", health.WaitingPaused);
            Time(json, "oldestUnpausedAt", health.OldestUnpausedAt);
        }

        Time(json, "lastSuccessAt", health.LastSuccessAt);
        Time(json, "lastFailureAt", health.LastFailureAt);
        if (health.LastError is { } error)
            json.WriteString("lastError", error);
        Time(json, "lastReceivedAt", health.LastReceivedAt);
        if (partner.Expects is { } expected)
            json.WriteString("expects", DurationText.Write(expected.Every));
        if (health.Ahead is { } ahead)
            json.WriteNumber("clockAheadSeconds", Math.Round(ahead.TotalSeconds, 1));
        json.WriteStartArray("routes");
        foreach (var route in health.Routes)
            json.WriteStringValue(route);
        json.WriteEndArray();
        PauseViews.Array(json, health.Pauses);
        Certificates(json, health);
    }

    private static void Certificates(Utf8JsonWriter json, PartnerHealth health)
    {
        json.WriteStartArray("certificates");
        foreach (var use in health.Certificates)
        {
            json.WriteStartObject();
            json.WriteString("use", use.Use);
            json.WriteString("subject", use.Subject);
            json.WriteString("notAfter", use.NotAfter);
            json.WriteNumber("queued", health.Waiting);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static string Direction(PartnerConfig partner) => (partner.Inbound, partner.Url ?? (object?)partner.Her ?? partner.PatientsGp) switch
    {
        (not null, not null) => "both",
        (not null, null) => "in",
        (null, not null) => "out",
        _ => "none",
    };

    private static void Time(Utf8JsonWriter json, string name, DateTimeOffset? at)
    {
        if (at is { } moment)
            json.WriteString(name, moment);
    }
}
