using System.Globalization;
using Hub.Core.Adapters;
using Hub.Core.Errors;
using Hub.Core.Intake;

namespace Hub.Host.Faces;

/// <summary>Puts the answers of the parts back in the order in which the entries came. Pure.</summary>
internal static class SharedVerdicts
{
    private const string Entry = "Bundle.entry[";

    /// <summary>One answer for each entry of the message; null for entries that only belong to others.</summary>
    /// <param name="outcome">What became of the message.</param>
    /// <returns>The answers in the order received.</returns>
    public static IReadOnlyList<EntryAnswer?> Of(SharedOutcome outcome)
    {
        var verdicts = new EntryAnswer?[outcome.Split.Entries.Count];
        for (var i = 0; i < verdicts.Length; i++)
        {
            if (outcome.Split.Entries[i] is { Errors.Count: > 0 } refused)
                verdicts[i] = Refused(LabelOf(refused, i), refused.Errors);
        }

        for (var p = 0; p < outcome.Split.Parts.Count; p++)
            Place(outcome.Split, outcome.Split.Parts[p], outcome.Answers[p], verdicts);
        return verdicts;
    }

    /// <summary>Errors of a part with the paths of the message as received.</summary>
    /// <param name="errors">The errors.</param>
    /// <param name="part">The part.</param>
    /// <returns>The errors.</returns>
    public static IReadOnlyList<HubError> Placed(IReadOnlyList<HubError> errors, SharedPart part) => [.. errors.Select(e => e with { Path = Placed(e.Path, part) })];

    private static void Place(SharedSplit split, SharedPart part, IntakeAnswer answer, EntryAnswer?[] verdicts)
    {
        for (var k = 0; k < part.Answered.Count; k++)
        {
            var at = part.Answered[k];
            var label = LabelOf(split.Entries[at], at);
            var own = k < answer.Entries.Count ? answer.Entries[k] : null;
            verdicts[at] = own is null
                ? Refused(label, Placed(answer.Errors, part))
                : own with
                {
                    Label = label,
                    Errors = [.. Placed(own.Errors, part).Select(e => e.Path is null ? e with { Path = string.Create(CultureInfo.InvariantCulture, $"{Entry}{at}]") } : e)],
                    Repairs = [.. own.Repairs.Select(r => r with { Path = Placed(r.Path, part) ?? "" })],
                };
        }
    }

    private static string LabelOf(SharedEntry entry, int at) => entry.Label ?? string.Create(CultureInfo.InvariantCulture, $"{Entry}{at}]");

    private static EntryAnswer Refused(string label, IReadOnlyList<HubError> errors) => new(label, EntryStatus.Refused, [], errors, []);

    private static string? Placed(string? path, SharedPart part)
    {
        if (path is null || !path.StartsWith(Entry, StringComparison.Ordinal))
            return path;
        var end = path.IndexOf(']', StringComparison.Ordinal);
        return end > 0 && int.TryParse(path.AsSpan(Entry.Length, end - Entry.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var inner) && inner < part.Members.Count
            ? string.Create(CultureInfo.InvariantCulture, $"{Entry}{part.Members[inner]}{path[end..]}")
            : path;
    }
}
