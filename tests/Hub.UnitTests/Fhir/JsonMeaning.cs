using System.Text.Json.Nodes;
using Xunit;

namespace Hub.UnitTests.Fhir;

/// <summary>JSON compared by meaning: members in any order, numbers by their digits.</summary>
internal static class JsonMeaning
{
    internal static void AssertSame(string expected, string actual)
    {
        var differences = new List<string>();
        Compare(JsonNode.Parse(expected), JsonNode.Parse(actual), "$", differences);
        Assert.True(differences.Count == 0, string.Join('\n', differences));
    }

    private static void Compare(JsonNode? expected, JsonNode? actual, string path, List<string> differences)
    {
        if (expected is JsonObject left && actual is JsonObject right)
        {
            foreach (var name in left.Select(member => member.Key).Union(right.Select(member => member.Key)))
            {
                if (left.ContainsKey(name) != right.ContainsKey(name))
                    differences.Add($"{path}.{name} is {(left.ContainsKey(name) ? "missing" : "new")}");
                else
                    Compare(left[name], right[name], $"{path}.{name}", differences);
            }
        }
        else if (expected is JsonArray first && actual is JsonArray second && first.Count == second.Count)
        {
            for (var i = 0; i < first.Count; i++)
                Compare(first[i], second[i], $"{path}[{i}]", differences);
        }
        else if (Text(expected) != Text(actual))
        {
            differences.Add($"{path}: {Text(expected)} became {Text(actual)}");
        }
    }

    private static string Text(JsonNode? node) =>
        node is JsonValue value && value.TryGetValue<string>(out var text) ? "text " + text : node?.ToJsonString() ?? "null";
}
