using System.Globalization;
using System.Text.Json;
using Hub.Core.Storage;
using Hub.Host.Security;

namespace Hub.Host.Faces.Operators;

/// <summary>Callers and audit entries in JSON.</summary>
internal static class AuditViews
{
    /// <summary>Who calls.</summary>
    public static void Me(Utf8JsonWriter json, Caller.Operator person)
    {
        json.WriteStartObject();
        json.WriteString("name", person.OperatorName);
        json.WriteString("role", OperatorToken.NameOf(person.Role));
        Text(json, "tenant", person.Scope.Tenant);
        Text(json, "partner", person.Scope.Partner);
        json.WriteEndObject();
    }

    /// <summary>A page of entries.</summary>
    public static void Page(Utf8JsonWriter json, (IReadOnlyList<AuditLine> Lines, int Limit) page)
    {
        json.WriteStartObject();
        json.WriteStartArray("entries");
        foreach (var (seq, entry) in page.Lines)
        {
            json.WriteStartObject();
            json.WriteString("seq", Number(seq));
            json.WriteString("at", entry.At);
            json.WriteString("who", entry.Who);
            json.WriteString("action", entry.Action);
            Text(json, "tenant", entry.Tenant);
            Text(json, "target", entry.Target);
            Text(json, "reason", entry.Reason);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (page.Lines.Count == page.Limit)
            json.WriteString("next", Number(page.Lines[^1].Seq));
        json.WriteEndObject();
    }

    private static void Text(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
            json.WriteString(name, value);
    }

    private static string Number(long seq) => seq.ToString(CultureInfo.InvariantCulture);
}
