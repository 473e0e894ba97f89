using Hub.Core.Content;

namespace Hub.Mappings.Journal;

/// <summary>Norwegian words for the journal.</summary>
internal static class JournalWords
{
    /// <summary>The traffic light; null for none.</summary>
    public static string? Light(Triage triage) => triage switch
    {
        Triage.Green => "grønn",
        Triage.Yellow => "gul",
        Triage.Red => "rød",
        _ => null,
    };
}
