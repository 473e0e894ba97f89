using System.Xml.Linq;

namespace Hub.Kith.Plo;

/// <summary>What became of a message that was read.</summary>
/// <param name="Document">The message, or <see langword="null"/> when the bytes are not a PLO message.</param>
/// <param name="Findings">What was noticed.</param>
/// <param name="Source">The element that was read.</param>
public sealed record PloReading(PloDocument? Document, IReadOnlyList<KithFinding> Findings, XElement? Source)
{
    /// <summary>Whether nothing was found that makes the message doubtful.</summary>
    public bool IsClean => Document is not null && Findings.All(static f => f.Severity != KithSeverity.Error);
}
