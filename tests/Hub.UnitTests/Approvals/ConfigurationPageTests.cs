using System.Text;
using System.Text.Json;
using Hub.UnitTests.Architecture;
using Xunit;

namespace Hub.UnitTests.Approvals;

/// <summary>The reference of every setting, written from the schemas that editors complete by and that the binder is tested against.</summary>
public sealed class ConfigurationPageTests
{
    [Fact]
    public void Should_keep_the_reference_of_settings_true()
    {
        var page = new StringBuilder();
        page.AppendLine("# Configuration").AppendLine();
        page.AppendLine("Every setting of `hub.yaml` (one per node) and of `tenants/NAME.yaml` (one per tenant). This page is written from `schemas/` (`HUB_APPROVE=1`, unit tests) and checked against them.");
        page.AppendLine("`hub config check` finds every error with file, line and path. A changed tenant file is taken up within `reloadEvery`, whole or not at all; a changed `hub.yaml` at the next start.").AppendLine();
        page.AppendLine("Environment variables and options of `hub run` stand above `hub.yaml`: `HUB_CONFIG`, `HUB_DATA`, `HUB_URLS`, `HUB_NODE`, `HUB_POSTGRES`, `HUB_RABBITMQ`.").AppendLine();
        File(page, "hub.yaml", "hub.schema.json", "hub");
        File(page, "tenants/NAME.yaml", "tenant.schema.json", "tenant");
        Approved.Check("ops/configuration.md", page.ToString());
    }

    private static void File(StringBuilder page, string title, string name, string first)
    {
        using var schema = JsonDocument.Parse(System.IO.File.ReadAllBytes(Path.Combine(Repository.Root, "schemas", name)));
        var definitions = schema.RootElement.GetProperty("definitions");
        page.AppendLine($"## {title}").AppendLine();
        Table(page, definitions.GetProperty(first));
        foreach (var definition in definitions.EnumerateObject().Where(d => d.Name != first && d.Value.TryGetProperty("properties", out _)))
        {
            page.AppendLine($"### {title}: {definition.Name}").AppendLine();
            if (Text(definition.Value, "description") is { } description)
                page.AppendLine(description).AppendLine();
            Table(page, definition.Value);
        }
    }

    private static void Table(StringBuilder page, JsonElement definition)
    {
        var required = definition.TryGetProperty("required", out var names) ? names.EnumerateArray().Select(n => n.GetString()).ToHashSet() : [];
        page.AppendLine("| setting | value | default | meaning |").AppendLine("|---|---|---|---|");
        foreach (var property in definition.GetProperty("properties").EnumerateObject())
        {
            var standard = property.Value.TryGetProperty("default", out var value) ? $"`{value}`" : required.Contains(property.Name) ? "required" : "";
            page.AppendLine($"| `{property.Name}` | {Cell(Kind(property.Value))} | {Cell(standard)} | {Cell(Text(property.Value, "description") ?? "")} |");
        }

        page.AppendLine();
    }

    private static string Kind(JsonElement schema)
    {
        if (Text(schema, "$ref") is { } reference)
            return reference.Split('/')[^1];
        if (schema.TryGetProperty("enum", out var values))
            return string.Join(", ", values.EnumerateArray().Select(v => $"`{v}`"));
        foreach (var several in (string[])["anyOf", "oneOf"])
        {
            if (schema.TryGetProperty(several, out var choices))
                return string.Join(" or ", choices.EnumerateArray().Select(Kind).Distinct());
        }

        var range = schema.TryGetProperty("minimum", out var from) ? schema.TryGetProperty("maximum", out var to) ? $" {from} to {to}" : $" from {from}" : "";
        return Text(schema, "type") switch
        {
            "array" when schema.TryGetProperty("items", out var items) => $"list of {Kind(items)}",
            "object" when schema.TryGetProperty("additionalProperties", out var of) && of.ValueKind == JsonValueKind.Object => $"{Kind(of)} by name",
            "integer" => "number" + range,
            var type => (type ?? "any") + range,
        };
    }

    private static string? Text(JsonElement schema, string name) => schema.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);
}
