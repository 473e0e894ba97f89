using Hub.Core.Deliveries;

namespace Hub.Simulators.Gerica;

/// <summary>Something that happened in the journal, once, whatever number of times it was sent.</summary>
/// <param name="No">Order of arrival, 1 for the first.</param>
/// <param name="Client">OAuth client that sent it; <c>-</c> when no token is asked for.</param>
/// <param name="Form">Observation, Bundle or CarePlan.</param>
/// <param name="Patient">National id.</param>
/// <param name="Key">Idempotency key.</param>
/// <param name="DocumentId">The document's own identifier, empty when it has none.</param>
/// <param name="Digest">SHA-256 of the bytes, hexadecimal.</param>
/// <param name="At">When it took effect.</param>
public sealed record Effect(long No, string Client, string Form, string Patient, string Key, string DocumentId, string Digest, DateTimeOffset At)
{
    private int _repeats;

    /// <summary>How many times it was sent again after it had taken effect.</summary>
    public int Repeats => Volatile.Read(ref _repeats);

    /// <summary>The bytes, when the server keeps them; else null.</summary>
    public byte[]? Body { get; init; }

    /// <summary>The hub's delivery, read from the key; null when the key is not of the hub's form.</summary>
    public DeliveryId? Delivery { get; } = DeliveryKey.Delivery(Key);

    /// <summary>Where the journal put it, relative to the server.</summary>
    public string Location => Form switch
    {
        "Observation" => $"lab/fhir/Observation/{No}",
        "CarePlan" => $"plans/fhir/CarePlan/{No}",
        _ => $"journal/fhir/Bundle/{No}",
    };

    internal void Repeat() => Interlocked.Increment(ref _repeats);
}

/// <summary>A document that the server refused for good.</summary>
/// <param name="Client">OAuth client that sent it.</param>
/// <param name="Form">Observation, Bundle or CarePlan.</param>
/// <param name="Key">Idempotency key, empty when there was none.</param>
/// <param name="Reason">patient-unknown, service-missing, closed-journal, invalid or conflict.</param>
/// <param name="Details">Path and rule of each complaint; no personal data.</param>
public sealed record Refusal(string Client, string Form, string Key, string Reason, IReadOnlyList<string> Details)
{
    /// <summary>The bytes, when the server keeps them; else null.</summary>
    public byte[]? Body { get; init; }

    /// <summary>The hub's delivery, read from the key; null when the key is not of the hub's form.</summary>
    public DeliveryId? Delivery { get; } = DeliveryKey.Delivery(Key);
}
