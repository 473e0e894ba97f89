using Hub.Host.Documentation;
using Microsoft.AspNetCore.Routing;

namespace Hub.AcceptanceTests.Reach;

/// <summary>One call that is about Skien.</summary>
/// <param name="Route">The address as routed.</param>
/// <param name="Method">Method.</param>
/// <param name="Path">The address with everything filled in.</param>
/// <param name="Reach">How it is called; null for addresses that tokens do not open.</param>
/// <param name="NamesIt">Whether it names something of Skien's; others are lists.</param>
internal sealed record ReachCall(string Route, string Method, string Path, Reach? Reach, bool NamesIt);

/// <summary>Makes calls from the addresses of the running program.</summary>
internal static class ReachCalls
{
    /// <param name="hub">The hub.</param>
    /// <param name="unknown">Addresses that nobody has said how to call are added here.</param>
    public static IReadOnlyList<ReachCall> Of(ReachHub hub, List<string> unknown) => [.. hub.Routes.SelectMany(e => Of(e, hub, unknown))];

    private static IEnumerable<ReachCall> Of(RouteEndpoint endpoint, ReachHub hub, List<string> unknown)
    {
        var pattern = "/" + endpoint.RoutePattern.RawText!.TrimStart('/');
        foreach (var method in endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET", "POST", "PUT", "DELETE"])
        {
            var route = $"{method} {pattern}";
            var reach = ReachTable.Of.GetValueOrDefault(route);
            if (reach is null && pattern.StartsWith("/ops/", StringComparison.Ordinal))
            {
                unknown.Add($"{route}: no line in ReachTable.Of");
                continue;
            }

            if (Fill(pattern, hub) is not { } path)
            {
                unknown.Add($"{route}: a part of the address without a value in ReachTable.Values");
                continue;
            }

            var query = reach?.Query ?? "";
            var named = (path != pattern && reach?.OfAll != true) || reach?.Body?.Contains(ReachHub.Foreign, StringComparison.Ordinal) == true;
            if (endpoint.Metadata.GetMetadata<FaceDoc>()?.Query.Any(q => q.Name == "tenant") == true)
                yield return new ReachCall(route, method, $"{path}?tenant={ReachHub.Foreign}&{query}".TrimEnd('&'), reach, true);
            yield return new ReachCall(route, method, $"{path}?{query}".TrimEnd('?'), reach, named);
        }
    }

    private static string? Fill(string pattern, ReachHub hub)
    {
        var parts = pattern.Split('/');
        for (var i = parts.Length - 1; i > 0; i--)
        {
            if (!parts[i].StartsWith('{'))
                continue;
            if ((ReachTable.Values.GetValueOrDefault($"{parts[i - 1]}/{parts[i]}") ?? ReachTable.Values.GetValueOrDefault(parts[i])) is not { } value)
                return null;
            parts[i] = value(hub);
        }

        return string.Join('/', parts);
    }
}
