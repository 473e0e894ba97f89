using Hub.Core.Mappings;

namespace Hub.Mappings.Ledger;

/// <summary>Makes ledger lines.</summary>
internal static class Line
{
    /// <summary>A field that was mapped.</summary>
    public static LedgerEntry To(string source, string target) => new(source, target, null);

    /// <summary>A field whose words went elsewhere than to its own element, and why.</summary>
    public static LedgerEntry Moved(string source, string target, string reason) => new(source, target, reason);

    /// <summary>A field that was left out, and why.</summary>
    public static LedgerEntry Left(string source, string reason) => new(source, null, reason);
}
