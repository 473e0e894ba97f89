namespace Hub.Kith.Types;

/// <summary>A code together with its list (KITH data type CV). When the code is not known, only the original text is sent.</summary>
/// <param name="V">The code.</param>
/// <param name="S">OID of the code list.</param>
/// <param name="DN">The code's text; shall be given when <paramref name="V"/> is (HIS 1165).</param>
/// <param name="OT">Original text: what the sender wants to say beside or instead of the code.</param>
public sealed record CV(string? V, string? S, string? DN, string? OT = null)
{
    /// <summary>OID of every Volven list up to its number.</summary>
    public const string VolvenPrefix = "2.16.578.1.12.4.1.1.";

    /// <summary>Number of the Volven list, 0 when the OID is none of these.</summary>
    public int List => S is not null && S.StartsWith(VolvenPrefix, StringComparison.Ordinal)
        && int.TryParse(S.AsSpan(VolvenPrefix.Length), System.Globalization.NumberStyles.None, null, out var list) ? list : 0;

    /// <summary>Whether this is code <paramref name="code"/> of Volven list <paramref name="list"/>.</summary>
    /// <param name="list">Number of the list.</param>
    /// <param name="code">The code.</param>
    public bool Is(int list, string code) => V == code && List == list;

    /// <summary>Only text, for what the list has no code for.</summary>
    /// <param name="text">The text.</param>
    public static CV OfText(string text) => new(null, null, null, text);
}
