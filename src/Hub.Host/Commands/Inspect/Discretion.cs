using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace Hub.Host.Commands.Inspect;

/// <summary>What of a file may be shown: what people paste into a ticket must name nobody.</summary>
/// <param name="ShowsContent">Whether texts, names and numbers of persons may be shown.</param>
internal sealed partial record Discretion(bool ShowsContent)
{
    private static readonly string[] Organisations = ["HER", "ENH", "RSH", "orgnr", "orgnummer"];

    /// <summary>A text of the file where it may be shown.</summary>
    /// <param name="text">The text.</param>
    public string? Content(string? text) => ShowsContent ? text : null;

    /// <summary>A text written by a machine, in which a long number may be a person's.</summary>
    /// <param name="text">The text.</param>
    [return: NotNullIfNotNull(nameof(text))]
    public string? Masked(string? text) => text is null || ShowsContent ? text : LongNumber().Replace(text, "***");

    /// <summary>Whether an identifier of this kind is an organisation's.</summary>
    /// <param name="kind">Kind of identifier.</param>
    public bool Shows(string? kind) => ShowsContent || Organisations.Contains(kind, StringComparer.OrdinalIgnoreCase);

    /// <summary>The subject of a certificate; null for a person's. Enterprise certificates name an organisation and no given name.</summary>
    /// <param name="subject">The subject.</param>
    public string? Subject(string subject) => ShowsContent || (Organisation().IsMatch(subject) && !Person().IsMatch(subject)) ? subject : null;

    [GeneratedRegex(@"(?<!\d)\d{6} ?\d{5}(?!\d)")]
    private static partial Regex LongNumber();

    [GeneratedRegex(@"(^|, |\+ ?)(O|OID\.2\.5\.4\.97)=")]
    private static partial Regex Organisation();

    [GeneratedRegex(@"(^|, |\+ ?)(SN|G|GN|OID\.2\.5\.4\.4|OID\.2\.5\.4\.42)=")]
    private static partial Regex Person();
}
