using System.Text.Json;
using Hub.Core.Errors;
using Hub.Core.Storage;

namespace Hub.Core.Registers;

/// <summary>The body of a <see cref="Responsibility"/> entry as it is sealed: small JSON with the members <c>party</c>, <c>since</c>, <c>before</c> and <c>handover</c>.</summary>
public static class ResponsibilityText
{
    /// <summary>The key of a patient's entry.</summary>
    /// <param name="patientKey">Keyed hash of the patient.</param>
    /// <returns>32 hexadecimal digits.</returns>
    public static string KeyOf(Guid patientKey) => patientKey.ToString("N");

    /// <summary>Writes the body.</summary>
    /// <param name="value">What it says.</param>
    /// <returns>UTF-8 JSON, to be sealed.</returns>
    public static byte[] Write(Responsibility value)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("party", value.Party);
            json.WriteString("since", value.Since);
            if (value.Before is not null)
                json.WriteString("before", value.Before);
            if (value.Handover is not null)
                json.WriteString("handover", value.Handover);
            json.WriteEndObject();
        }

        return buffer.ToArray();
    }

    /// <summary>Reads a body.</summary>
    /// <param name="body">The opened bytes.</param>
    /// <returns>What it says; null when it is no such body.</returns>
    public static Responsibility? Read(ReadOnlySpan<byte> body)
    {
        string? party = null, before = null, handover = null;
        DateTimeOffset? since = null;
        try
        {
            var json = new Utf8JsonReader(body);
            while (json.Read())
            {
                if (json.TokenType != JsonTokenType.PropertyName || json.CurrentDepth != 1)
                    continue;
                var name = json.GetString();
                json.Read();
                switch (name)
                {
                    case "party": party = json.GetString(); break;
                    case "since": since = json.GetDateTimeOffset(); break;
                    case "before": before = json.GetString(); break;
                    case "handover": handover = json.GetString(); break;
                    default: json.Skip(); break;
                }
            }
        }
        catch (Exception e) when (e is JsonException or FormatException or InvalidOperationException)
        {
            return null;
        }

        return party is { Length: > 0 } && since is { } from ? new Responsibility(party, from) { Before = before, Handover = handover } : null;
    }

    /// <summary>Opens a stored version.</summary>
    /// <param name="record">A version of the kind <see cref="RecordKinds.Responsibility"/>.</param>
    /// <param name="vault">Opens its body.</param>
    /// <returns>What it says, or <see cref="DeliveryErrors.BodyUnreadable"/>.</returns>
    public static Result<Responsibility> Open(StoredRecord record, IBodyVault vault)
    {
        var opened = vault.Open(record.Tenant, record.SealedBody.Span);
        if (!opened.IsOk)
            return Result<Responsibility>.Failed(opened.Errors);
        return Read(opened.Value) is { } value ? value : DeliveryErrors.BodyUnreadable.At();
    }
}
