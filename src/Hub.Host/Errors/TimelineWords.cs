using System.Text.RegularExpressions;

namespace Hub.Host.Errors;

/// <summary>
/// The hub's own words on timelines in Norwegian (bokmål): what operators did, what became of receipts, repeats and waiting, and errors that say no more than
/// the title of their code. What partners answered, why fields were left out and what goes beyond a title stays as it was written. Pure.
/// </summary>
internal static partial class TimelineWords
{
    private static readonly Dictionary<string, string> Acts = new(StringComparer.Ordinal)
    {
        ["redeliver"] = "levert på nytt",
        ["remap"] = "laget på nytt",
        ["replay"] = "rutet på nytt",
        ["park"] = "parkert",
        ["release"] = "frigitt",
        ["discard"] = "forkastet",
        ["amend"] = "rettet og sendt",
    };

    private static readonly Dictionary<string, string> Kinds = new(StringComparer.Ordinal) { ["transport"] = "transportkvittering", ["positive"] = "positiv kvittering", ["negative"] = "negativ kvittering" };

    private static readonly Dictionary<string, string> States = new(StringComparer.Ordinal)
    {
        ["acknowledged"] = "bekreftet mottatt",
        ["delivered"] = "levert",
        ["dead-lettered"] = "oppgitt",
        ["discarded"] = "forkastet",
        ["held"] = "parkert",
        ["pending"] = "venter",
    };

    /// <summary>The detail of an entry in Norwegian.</summary>
    /// <param name="detail">The detail; null for none.</param>
    /// <param name="code">Error code of the entry; null for none.</param>
    /// <returns>The detail, as it was where the words are not the hub's own.</returns>
    public static string? Norwegian(string? detail, string? code)
    {
        if (detail is null)
            return null;
        if (code is not null && Titled(detail, code) is { } title)
            return title;
        return detail switch
        {
            "the partner had it already" => "parten hadde den allerede",
            "held for longer, since it is paused" => "parkert lenger, fordi den er satt på pause",
            _ when Act().Match(detail) is { Success: true } act && Acts.TryGetValue(act.Groups["verb"].Value, out var done) => $"{done} av {act.Groups["rest"].Value}",
            _ when Again().Match(detail) is { Success: true } again => $"ingen bekreftelse i tide: sendt på nytt (sendt {again.Groups["times"].Value} ganger til nå)",
            _ when Ignored().Match(detail) is { Success: true } ignored => Of(ignored),
            _ => detail,
        };
    }

    private static string Of(Match ignored)
    {
        var why = ignored.Groups["state"] is { Success: true, Value: var state } ? $"leveransen står som «{States.GetValueOrDefault(state, state)}»" : "dokumentet er laget på nytt siden";
        return $"{Kinds[ignored.Groups["kind"].Value]} uten virkning, {why}{ignored.Groups["said"].Value}";
    }

    // With the path before it, where the error names one.
    private static string? Titled(string detail, string code)
    {
        if (!ErrorWords.English.All.TryGetValue(code, out var english) || !ErrorWords.Norwegian.All.TryGetValue(code, out var norwegian) || !detail.EndsWith(english.Title, StringComparison.Ordinal))
            return null;
        var path = detail[..^english.Title.Length];
        return path.Length == 0 || path.EndsWith(": ", StringComparison.Ordinal) ? path + norwegian.Title : null;
    }

    [GeneratedRegex("^(?<verb>[a-z]+) by (?<rest>.+)$", RegexOptions.Singleline)]
    private static partial Regex Act();

    [GeneratedRegex(@"^no acknowledgment in time: sent again \(sent (?<times>\d+) times so far\)$")]
    private static partial Regex Again();

    [GeneratedRegex("^(?<kind>transport|positive|negative) receipt ignored, (it stands at (?<state>[a-z-]+)|it was mapped anew since)(?<said>: .*)?$", RegexOptions.Singleline)]
    private static partial Regex Ignored();
}
