using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Hub.Core.Routing;
using Hub.Core.Storage;

namespace Hub.Store.Text;

/// <summary>Route decisions as stored: a JSON array of [route, partner, verdict].</summary>
internal static class DecisionText
{
    public static string Write(IReadOnlyList<RouteDecision> decisions)
    {
        if (decisions.Count == 0)
            return "[]";
        var text = new StringBuilder(64 * decisions.Count).Append('[');
        for (var i = 0; i < decisions.Count; i++)
        {
            var (route, verdict) = (decisions[i].Route, decisions[i].Verdict);
            text.Append(i == 0 ? "[\"" : ",[\"")
                .Append(JavaScriptEncoder.Default.Encode(route.Name)).Append("\",\"")
                .Append(JavaScriptEncoder.Default.Encode(route.To)).Append("\",")
                .Append(((int)verdict).ToString(CultureInfo.InvariantCulture)).Append(']');
        }

        return text.Append(']').ToString();
    }

    /// <summary>Adds later decisions behind the stored ones, except those that say the same again.</summary>
    public static string Append(string stored, IReadOnlyList<RouteDecision> later)
    {
        var known = Read(stored).ToHashSet();
        var added = Write([.. later.Where(d => !known.Contains(new StoredDecision(d.Route.Name, d.Route.To, d.Verdict)))]);
        return added == "[]" ? stored : stored == "[]" ? added : $"{stored[..^1]},{added[1..]}";
    }

    public static IReadOnlyList<StoredDecision> Read(string text)
    {
        if (text.Length <= 2)
            return [];
        using var json = JsonDocument.Parse(text);
        return [.. json.RootElement.EnumerateArray().Select(d => new StoredDecision(d[0].GetString()!, d[1].GetString()!, (RouteVerdict)d[2].GetInt32()))];
    }
}
