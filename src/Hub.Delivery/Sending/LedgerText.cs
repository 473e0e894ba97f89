using Hub.Core.Errors;
using Hub.Core.Mappings;

namespace Hub.Delivery.Sending;

/// <summary>Words for the timeline about what a mapping did. Names fields and reasons, never values.</summary>
internal static class LedgerText
{
    private const int Longest = 2000;

    /// <summary>What was left out and why; null when nothing was.</summary>
    public static string? LeftOut(IReadOnlyList<LedgerEntry> ledger)
    {
        List<string>? parts = null;
        foreach (var entry in ledger)
        {
            if (entry is { Target: null, Reason: { } reason })
                (parts ??= []).Add($"{entry.Source}: {reason}");
        }

        return parts is null ? null : Bounded("left out " + string.Join("; ", parts));
    }

    /// <summary>What became of every field: what was left out and why comes first, in case the text grows too long. For documents that are stored before they are sent, whose step on the timeline costs nothing extra.</summary>
    public static string? Whole(IReadOnlyList<LedgerEntry> ledger)
    {
        if (ledger.Count == 0)
            return null;
        var mapped = string.Join("; ", ledger.Where(e => e.Target is not null).Select(e => $"{e.Source} to {e.Target}"));
        var left = string.Join("; ", ledger.Where(e => e.Target is null).Select(e => $"{e.Source}: {e.Reason}"));
        var parts = new[] { left.Length == 0 ? null : $"left out {left}", mapped.Length == 0 ? null : $"mapped {mapped}" };
        return Bounded(string.Join(". ", parts.OfType<string>()));
    }

    /// <summary>Fields that the mapping forgot; null when every field is accounted for.</summary>
    public static string? Unexplained(IReadOnlyList<LedgerEntry> ledger)
    {
        List<string>? parts = null;
        foreach (var entry in ledger)
        {
            if (entry.IsUnexplained)
                (parts ??= []).Add(entry.Source);
        }

        return parts is null ? null : Bounded("The mapping does not account for " + string.Join(", ", parts));
    }

    public static string Errors(IReadOnlyList<HubError> errors) =>
        errors.Count == 0 ? DeliveryErrors.MappingFailed.Title : Bounded(string.Join("; ", errors.Select(e => e.ToString())));

    /// <summary>A text as the timeline can keep it: bounded, without control characters.</summary>
    public static string Bounded(string text)
    {
        var clean = text.Any(char.IsControl) ? string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c)) : text;
        return clean.Length <= Longest ? clean : clean[..(Longest - 1)] + "…";
    }
}
