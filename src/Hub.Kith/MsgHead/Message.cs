using System.Xml.Linq;

namespace Hub.Kith.MsgHead;

/// <summary>A whole message: hodemelding 1.2 (HIS 80601). Either documents or patient reports.</summary>
public sealed record Message
{
    /// <summary>Head.</summary>
    public required MsgInfo Info { get; init; }

    /// <summary>Business document first, then attachments.</summary>
    public IReadOnlyList<Document> Documents { get; init; } = [];

    /// <summary>Reports to registers.</summary>
    public IReadOnlyList<PatientReport> PatientReports { get; init; } = [];

    /// <summary>Business signature as it stood, prefixes and white space included. Verify it over the bytes received, not over this.</summary>
    public XElement? Signature { get; init; }

    /// <summary>Root element of the business document, or <see langword="null"/>.</summary>
    public XElement? BusinessDocument =>
        Documents.Concat(PatientReports.SelectMany(r => r.Documents)).FirstOrDefault()?.RefDoc.Content is [var first, ..] ? first : null;
}
