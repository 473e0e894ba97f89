using System.Text.Json;

namespace Hub.Simulators.Gerica;

/// <summary>A quantity must be a number with a UCUM unit that fits what was measured.</summary>
internal static class QuantityCheck
{
    public static void Check(JsonElement quantity, JsonElement? code, string path, List<Complaint> complaints)
    {
        if (quantity.Member("value") is not { ValueKind: JsonValueKind.Number })
            complaints.Add(new($"{path}.value", "is not a number"));
        Unit(quantity, code, path, complaints);
    }

    public static void Range(JsonElement holder, JsonElement? code, string path, List<Complaint> complaints)
    {
        foreach (var range in holder.Items("referenceRange"))
        {
            var low = range.Member("low");
            var high = range.Member("high");
            if (low is null && high is null && range.Text("text") is null)
                complaints.Add(new($"{path}.referenceRange", "has neither low, high nor text"));
            if (low is { } l)
                Check(l, code, $"{path}.referenceRange.low", complaints);
            if (high is { } h)
                Check(h, code, $"{path}.referenceRange.high", complaints);
        }
    }

    private static void Unit(JsonElement quantity, JsonElement? code, string path, List<Complaint> complaints)
    {
        if (!quantity.Is("system", UnitTable.Ucum))
            complaints.Add(new($"{path}.system", "is not UCUM"));
        if (quantity.Text("code") is not { Length: > 0 } unit)
        {
            complaints.Add(new($"{path}.code", "is missing"));
            return;
        }
        if (code is not { } concept)
            return;
        foreach (var coding in concept.Items("coding"))
        {
            if (coding.Text("code") is { } c && UnitTable.For(c) is { } units && !units.Contains(unit))
            {
                complaints.Add(new($"{path}.code", $"is not a unit of {c}"));
                return;
            }
        }
    }
}
