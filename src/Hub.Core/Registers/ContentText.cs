using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Hub.Core.Content;
using Hub.Core.Errors;

namespace Hub.Core.Registers;

/// <summary>Contents as the hub's own registers keep them: every property of every record, decimals with their digits. Never sent to a partner.</summary>
public static class ContentText
{
    /// <summary>Media type of a <see cref="RegisteredContent"/>.</summary>
    public const string MediaType = "application/vnd.hub.content+json";

    private const int MaxDepth = 128;

    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        MaxDepth = MaxDepth,
        NumberHandling = JsonNumberHandling.Strict,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { NameContents, LeaveOutDerived } },
    };

    /// <summary>Writes a content with whom it is about and where it came from.</summary>
    /// <param name="content">What to write.</param>
    /// <returns>UTF-8 JSON.</returns>
    public static byte[] Write(RegisteredContent content) => JsonSerializer.SerializeToUtf8Bytes(content, Form);

    /// <summary>Reads what <see cref="Write(RegisteredContent)"/> wrote.</summary>
    /// <param name="bytes">UTF-8 JSON.</param>
    /// <returns>The content, or <see cref="IntakeErrors.MalformedJson"/>.</returns>
    public static Result<RegisteredContent> Read(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return JsonSerializer.Deserialize<RegisteredContent>(bytes, Form) is { Content: not null, Patient.Id: not null, Source: not null, SourceId: not null } read
                ? read
                : IntakeErrors.MalformedJson.At(detail: "No content of a register");
        }
        catch (Exception e) when (e is JsonException or NotSupportedException or ArgumentException)
        {
            return IntakeErrors.MalformedJson.At(detail: "No content of a register");
        }
    }

    /// <summary>Writes any other record of a register in the same form.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <param name="record">The record.</param>
    /// <returns>UTF-8 JSON.</returns>
    public static byte[] WriteRecord<T>(T record)
        where T : class => JsonSerializer.SerializeToUtf8Bytes(record, Form);

    /// <summary>Reads what <see cref="WriteRecord{T}"/> wrote.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <param name="bytes">UTF-8 JSON.</param>
    /// <returns>The record; null when the bytes hold none.</returns>
    public static T? ReadRecord<T>(ReadOnlySpan<byte> bytes)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(bytes, Form);
        }
        catch (Exception e) when (e is JsonException or NotSupportedException or ArgumentException)
        {
            return null;
        }
    }

    // A content inside another record says which kind it is.
    private static void NameContents(JsonTypeInfo info)
    {
        if (info.Type != typeof(HomeContent))
            return;
        info.PolymorphismOptions = new JsonPolymorphismOptions { TypeDiscriminatorPropertyName = "$kind", UnknownDerivedTypeHandling = JsonUnknownDerivedTypeHandling.FailSerialization };
        foreach (var type in typeof(HomeContent).Assembly.GetTypes().Where(t => t is { IsAbstract: false } && t.IsSubclassOf(typeof(HomeContent))))
            info.PolymorphismOptions.DerivedTypes.Add(new JsonDerivedType(type, type.Name));
    }

    // What follows from other properties (kind, category) is not written.
    private static void LeaveOutDerived(JsonTypeInfo info)
    {
        if (!info.Type.IsAssignableTo(typeof(HomeContent)))
            return;
        foreach (var name in new[] { "kind", "category" })
        {
            if (info.Properties.FirstOrDefault(p => p.Name == name) is { } property)
                info.Properties.Remove(property);
        }
    }
}

/// <summary>A content with its surroundings, as registers keep it.</summary>
/// <param name="Source">Partner that it came from.</param>
/// <param name="SourceId">Its id there.</param>
/// <param name="Patient">Whom it is about.</param>
/// <param name="Content">What it says.</param>
public sealed record RegisteredContent(string Source, string SourceId, Patient Patient, HomeContent Content)
{
    /// <summary>What ties it to others, null when nothing does.</summary>
    public string? Correlation { get; init; }
}
