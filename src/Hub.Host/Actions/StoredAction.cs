using System.Text.Json;
using System.Text.Json.Serialization;
using Hub.Core.Deliveries;
using Hub.Core.Errors;
using Hub.Core.Storage;

namespace Hub.Host.Actions;

/// <summary>An action as it is kept, over restarts and for all nodes.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Verb">What is done.</param>
/// <param name="Tenant">The tenant that it is bounded to; null = all.</param>
/// <param name="Target">To what, in words.</param>
/// <param name="By">Who started it.</param>
/// <param name="Reason">Why.</param>
/// <param name="Total">How many it is about.</param>
internal sealed record StoredAction(string Id, ActVerb Verb, string? Tenant, string Target, string By, string Reason, int Total)
{
    private static readonly JsonSerializerOptions Form = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>At most so many in a second.</summary>
    public int PerSecond { get; init; } = 50;

    /// <summary>Whether what has arrived is sent again as well.</summary>
    public bool AlsoDelivered { get; init; }

    /// <summary>When it was started.</summary>
    public DateTimeOffset StartedAt { get; init; }

    /// <summary>When it ended; null while it goes on.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>How it stands.</summary>
    public ActionState State { get; init; }

    /// <summary>How many were acted on.</summary>
    public int Done { get; init; }

    /// <summary>How many could not be acted on.</summary>
    public int Failed { get; init; }

    /// <summary>How many needed it no more, or had changed so that it was not allowed any more.</summary>
    public int Skipped { get; init; }

    /// <summary>Why not, by code.</summary>
    public IReadOnlyDictionary<string, int> Errors { get; init; } = new Dictionary<string, int>();

    /// <summary>How far it has come.</summary>
    [JsonIgnore]
    public int Position => Done + Failed + Skipped;

    /// <summary>Version of its entry; 0 when it has none yet.</summary>
    [JsonIgnore]
    public int Version { get; init; }

    /// <summary>How it stands after a few more.</summary>
    /// <param name="outcomes">What became of them.</param>
    /// <param name="now">The time now.</param>
    /// <returns>The action.</returns>
    public StoredAction After(IReadOnlyList<Result<IReadOnlyList<DeliveryRow>>> outcomes, DateTimeOffset now)
    {
        var errors = new SortedDictionary<string, int>(Errors.ToDictionary(), StringComparer.Ordinal);
        var (done, failed, skipped) = (Done, Failed, Skipped);
        foreach (var outcome in outcomes)
        {
            if (outcome.IsOk)
            {
                done++;
                continue;
            }

            var error = outcome.Errors[0];
            errors[error.Code] = errors.GetValueOrDefault(error.Code) + 1;
            if (IsNoLonger(error.Code))
                skipped++;
            else
                failed++;
        }

        var after = this with { Done = done, Failed = failed, Skipped = skipped, Errors = errors, Version = Version + 1 };
        return after.Position < Total ? after : after with { State = ActionState.Done, EndedAt = now };
    }

    /// <summary>As it is stored.</summary>
    public byte[] Bytes() => JsonSerializer.SerializeToUtf8Bytes(this, Form);

    /// <summary>Reads what was stored.</summary>
    public static StoredAction Of(byte[] bytes, int version) => JsonSerializer.Deserialize<StoredAction>(bytes, Form)! with { Version = version };

    private static bool IsNoLonger(string code) =>
        code == OperatorErrors.UnderWay.Code || code == OperatorErrors.Arrived.Code || code == OperatorErrors.Discarded.Code || code == OperatorErrors.Held.Code
        || code == OperatorErrors.NotHeld.Code || code == OperatorErrors.Ended.Code;
}

/// <summary>How an action stands.</summary>
internal enum ActionState
{
    /// <summary>It goes on.</summary>
    Running,

    /// <summary>It has come to its end.</summary>
    Done,

    /// <summary>Somebody ended it.</summary>
    Cancelled,
}
