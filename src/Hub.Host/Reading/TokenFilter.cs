using Hub.Fhir.Model;

namespace Hub.Host.Reading;

/// <summary>A token parameter: <c>CODE</c>, <c>SYSTEM|CODE</c>, <c>|CODE</c> or <c>SYSTEM|</c>, several with commas between (FHIR R4 search, 3.1.1.4.10).</summary>
/// <param name="Tokens">Systems and codes; null = any, an empty system = none.</param>
internal sealed record TokenFilter(IReadOnlyList<(string? System, string? Code)> Tokens)
{
    /// <summary>Reads a value.</summary>
    /// <param name="text">The value.</param>
    /// <returns>The filter; null when it is none.</returns>
    public static TokenFilter? Read(string text)
    {
        var tokens = text.Split(',').Select(One).ToArray();
        return tokens.Any(t => t is (null or "", null)) ? null : new TokenFilter(tokens);
    }

    /// <summary>Whether a coding fits.</summary>
    /// <param name="system">Its system.</param>
    /// <param name="code">Its code.</param>
    /// <returns>True when it does.</returns>
    public bool Matches(string? system, string? code) =>
        Tokens.Any(t => (t.System is null || t.System == (system ?? "")) && (t.Code is null || t.Code == code));

    /// <summary>Whether one of the codings of concepts fits.</summary>
    /// <param name="concepts">The concepts.</param>
    /// <returns>True when it does.</returns>
    public bool Matches(IEnumerable<CodeableConcept?> concepts) => concepts.Any(c => c is not null && c.Coding.Any(coding => Matches(coding.System, coding.Code)));

    private static (string? System, string? Code) One(string token)
    {
        var bar = token.IndexOf('|');
        return bar < 0 ? (null, token.Length > 0 ? token : null) : (token[..bar], bar + 1 < token.Length ? token[(bar + 1)..] : null);
    }
}
