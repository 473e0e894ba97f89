using System.Globalization;

namespace Hub.Core.Content;

/// <summary>A version of a shared plan in words: <c>PLAN/NUMBER</c>, or as FHIR says it, <c>CarePlan/PLAN/_history/NUMBER</c>.</summary>
/// <param name="Plan">Id of the shared plan; null where only the number was said.</param>
/// <param name="Number">The version, 1 for the first.</param>
public sealed record SharedPlanVersion(string? Plan, int Number)
{
    /// <summary>Reads the words; a bare number and an ETag (<c>W/"3"</c>) name a version of the plan that is spoken of.</summary>
    /// <param name="text">The words.</param>
    /// <returns>The version, null when they name none.</returns>
    public static SharedPlanVersion? Parse(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        var words = text.Trim();
        if (words.StartsWith("W/\"", StringComparison.Ordinal) && words.EndsWith('"'))
            words = words[3..^1];
        else if (words.Length > 2 && words[0] == '"' && words[^1] == '"')
            words = words[1..^1];
        var parts = words.Split('/');
        if (!int.TryParse(parts[^1], NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number < 1)
            return null;
        return parts switch
        {
            [_] => new SharedPlanVersion(null, number),
            [{ Length: > 0 } plan, _] => new SharedPlanVersion(plan, number),
            ["CarePlan", { Length: > 0 } plan, "_history", _] => new SharedPlanVersion(plan, number),
            _ => null,
        };
    }

    /// <inheritdoc/>
    public override string ToString() => Plan is null ? Number.ToString(CultureInfo.InvariantCulture) : $"{Plan}/{Number.ToString(CultureInfo.InvariantCulture)}";
}
