using System.Text.Json;
using System.Text.Json.Serialization;
using Hub.Core.Errors;
using Hub.Core.Storage;

namespace Hub.Host.Polling;

/// <summary>Something that was fetched and refused for good: kept so that it is not lost, until an operator has it taken in or discards it. In a sealed entry: a line of JSON, then the bytes as fetched.</summary>
/// <param name="Label">What people know it by.</param>
/// <param name="MediaType">Media type as fetched.</param>
/// <param name="Partner">Who it came from.</param>
/// <param name="FetchedAt">When it was first fetched.</param>
/// <param name="Taken">How many of its entries were taken in all the same.</param>
/// <param name="Errors">Why it, or its other entries, were refused.</param>
internal sealed record RefusedInput(string Label, string MediaType, string Partner, DateTimeOffset FetchedAt, int Taken, IReadOnlyList<HubError> Errors)
{
    /// <summary>The word of an entry that was taken in after all.</summary>
    public const string TakenIn = "taken";

    /// <summary>The word of an entry that an operator discarded.</summary>
    public const string Discarded = "discarded";

    /// <summary>More errors are not kept: who corrects these finds the others.</summary>
    private const int MostErrors = 50;

    private const byte EndOfHead = (byte)'\n';

    private static readonly JsonSerializerOptions Form = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    };

    /// <summary>The bytes as fetched; empty once it was taken in or discarded.</summary>
    [JsonIgnore]
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>Its word: the code of its first error.</summary>
    [JsonIgnore]
    public string Code => Errors[0].Code;

    /// <summary>Reads a stored entry.</summary>
    /// <returns>It, or why it cannot be opened.</returns>
    public static Result<RefusedInput> Of(StoredRecord record, IBodyVault vault)
    {
        var body = vault.Open(record.Tenant, record.SealedBody.Span);
        if (!body.IsOk)
            return Result<RefusedInput>.Failed(body.Errors);
        var head = Array.IndexOf(body.Value, EndOfHead);
        return JsonSerializer.Deserialize<RefusedInput>(body.Value.AsSpan(0, head), Form)! with { Body = body.Value.AsMemory(head + 1) };
    }

    /// <summary>It as it is stored.</summary>
    public byte[] Seal(string tenant, IBodyVault vault)
    {
        var head = JsonSerializer.SerializeToUtf8Bytes(this with { Label = Label.Length > 200 ? Label[..200] : Label, Errors = [.. Errors.Take(MostErrors)] }, Form);
        return vault.Seal(tenant, [.. head, EndOfHead, .. Body.Span]);
    }
}
