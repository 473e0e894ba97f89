using System.Text.Json;
using Hub.Core.Storage;
using Hub.Core.Tenants;
using Hub.Host.Polling;

namespace Hub.Host.Faces;

/// <summary>How one feed fares.</summary>
/// <param name="Partner">The partner.</param>
/// <param name="Record">Its entry, null before it was read for the first time.</param>
/// <param name="State">What the entry says.</param>
internal sealed record FeedView(PartnerConfig Partner, StoredRecord? Record, FeedState State)
{
    /// <summary>Writes feeds.</summary>
    public static void Write(Utf8JsonWriter json, (IReadOnlyList<FeedView> Feeds, DateTimeOffset Now) all)
    {
        json.WriteStartObject();
        json.WriteStartArray("feeds");
        foreach (var feed in all.Feeds)
            feed.Write(json, all.Now);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private void Write(Utf8JsonWriter json, DateTimeOffset now)
    {
        json.WriteStartObject();
        json.WriteString("tenant", Partner.Tenant);
        json.WriteString("partner", Partner.Name);
        json.WriteString("adapter", Partner.Adapter);
        json.WriteNumber("everySeconds", Partner.Inbound!.Every.TotalSeconds);
        json.WriteString("state", Record is null ? "new" : State.Error is not null ? "failing" : Record.State);
        if (State.ReadAt is { } read)
        {
            json.WriteString("lastSuccess", read);
            json.WriteNumber("lagSeconds", Math.Max(0, Math.Round((now - read).TotalSeconds, 3)));
        }

        if (State.Error is { } error)
        {
            json.WriteString("lastError", error);
            json.WriteString("failingSince", State.FailedSince!.Value);
            json.WriteNumber("failures", State.Failures);
        }

        if (Record is { } record)
        {
            json.WriteString("node", record.Who);
            json.WriteString(record.State == FeedLease.Reading ? "leaseEnds" : "nextAt", record.Due!.Value);
        }

        json.WriteEndObject();
    }
}
