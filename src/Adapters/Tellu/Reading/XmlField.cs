using System.Collections.Frozen;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Hub.Adapters.Tellu.Reading;

/// <summary>An element of the XML form. A name means the same wherever it stands, so the name alone says whether it is a list, a number or yes and no.</summary>
internal sealed partial class XmlField(string name)
{
    private static readonly FrozenSet<string> Lists = FrozenSet.Create(
        StringComparer.Ordinal, "comp", "limit", "section", "item", "answer", "score", "zone", "advice", "condition", "coding", "cause");

    private static readonly FrozenSet<string> Numbers = FrozenSet.Create(
        StringComparer.Ordinal, "kind", "rev", "prio", "type", "part", "num", "unit", "cmp", "low", "high", "role", "max", "int", "state", "alarm", "area", "reason", "system");

    public string Name => name;

    public bool HasAttributes { get; init; }

    public List<XmlField> Fields { get; } = [];

    public StringBuilder Text { get; } = new();

    /// <summary>Writes the field's value.</summary>
    public void Write(Utf8JsonWriter json)
    {
        if (Fields.Count == 0 && !HasAttributes)
        {
            WriteText(json, Text.ToString());
            return;
        }

        json.WriteStartObject();
        foreach (var group in Fields.GroupBy(f => f.Name))
        {
            if (Lists.Contains(group.Key))
                WriteList(json, group);
            else
                WriteEach(json, group);
        }

        // What the form does not have is not dropped: these names are no fields, and are told as such.
        if (HasAttributes)
            json.WriteString("@", "");
        if (!string.IsNullOrWhiteSpace(Text.ToString()))
            json.WriteString("#", "");
        json.WriteEndObject();
    }

    private static void WriteList(Utf8JsonWriter json, IGrouping<string, XmlField> items)
    {
        json.WriteStartArray(items.Key);
        foreach (var item in items)
            item.Write(json);
        json.WriteEndArray();
    }

    // Twice the same name where one is due is a fault that the reader tells.
    private static void WriteEach(Utf8JsonWriter json, IGrouping<string, XmlField> fields)
    {
        foreach (var field in fields)
        {
            json.WritePropertyName(field.Name);
            field.Write(json);
        }
    }

    private void WriteText(Utf8JsonWriter json, string text)
    {
        if (Numbers.Contains(Name))
            WriteNumber(json, text.Trim());
        else if (Name == "yes" && text.Trim() is "true" or "1" or "false" or "0")
            json.WriteBooleanValue(text.Trim() is "true" or "1");
        else
            json.WriteStringValue(text);
    }

    // A point is never the decimal sign of this form (1.234 may be a thousand and something), so what is not digits with a comma is written as no number at all.
    private static void WriteNumber(Utf8JsonWriter json, string text)
    {
        if (Decimal().IsMatch(text))
        {
            json.WriteRawValue(text.Replace(',', '.'));
            return;
        }

        json.WriteStartObject();
        json.WriteEndObject();
    }

    [GeneratedRegex(@"^-?(?:0|[1-9][0-9]{0,40})(?:,[0-9]{1,40})?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Decimal();
}
