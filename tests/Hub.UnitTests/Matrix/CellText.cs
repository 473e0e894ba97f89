using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace Hub.UnitTests.Matrix;

/// <summary>A cell as a page for people: the document, then the account of every field. Files inside (PDF ...) are shown by length and hash.</summary>
internal static class CellText
{
    private const int Longest = 600;
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Of(Cell cell)
    {
        var text = new StringBuilder();
        text.Append(cell.Outcome.Document!.Form).Append(" from ").Append(cell.Vendor).Append(", case ").Append(cell.Case).Append("\n\n");
        text.Append(Body(cell.Outcome.Document.MediaType, cell.Outcome.Document.Body)).Append("\n\n");
        foreach (var line in cell.Outcome.Ledger)
            text.Append(line.Source).Append(" -> ").Append(line.Target ?? "(left out)").Append(line.Reason is null ? "" : $": {line.Reason}").Append('\n');
        return text.ToString();
    }

    private static string Body(string mediaType, ReadOnlyMemory<byte> body)
    {
        if (mediaType.EndsWith("json", StringComparison.Ordinal))
        {
            var node = JsonNode.Parse(body.Span)!;
            Shorten(node);
            return node.ToJsonString(Indented);
        }

        var document = XDocument.Load(new MemoryStream(body.ToArray()));
        foreach (var element in document.Descendants().Where(e => !e.HasElements && e.Value.Length > Longest && !e.Value.Contains(' ', StringComparison.Ordinal)))
            element.Value = Short(element.Value);
        return document.ToString();
    }

    private static void Shorten(JsonNode node)
    {
        switch (node)
        {
            case JsonObject map:
                foreach (var (name, value) in map.ToList())
                {
                    if (value is JsonValue text && text.TryGetValue<string>(out var long1) && long1.Length > Longest && !long1.Contains(' ', StringComparison.Ordinal))
                        map[name] = Short(long1);
                    else if (value is not null)
                        Shorten(value);
                }

                break;
            case JsonArray list:
                foreach (var item in list)
                {
                    if (item is not null)
                        Shorten(item);
                }

                break;
        }
    }

    private static string Short(string text) => $"({text.Length} characters, SHA-256 {Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16]})";
}
