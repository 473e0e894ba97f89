using System.Xml.Linq;

namespace Hub.Kith.Xml;

/// <summary>A part of a document that no field of the record took; kept, so that nothing is dropped.</summary>
/// <param name="Path">Where it stands.</param>
/// <param name="Content">The part as it stands: an element, an attribute or text.</param>
public sealed record UnreadPart(string Path, XObject Content);

/// <summary>Collects what is noticed while a document is read.</summary>
public sealed class ReadNotes
{
    private readonly List<KithFinding> findings = [];
    private readonly List<UnreadPart> unread = [];

    /// <summary>Findings so far.</summary>
    public IReadOnlyList<KithFinding> Findings => findings;

    /// <summary>Parts that nothing took.</summary>
    public IReadOnlyList<UnreadPart> Unread => unread;

    /// <summary>Adds a finding.</summary>
    /// <param name="code">A code of <see cref="KithCodes"/>.</param>
    /// <param name="path">Where.</param>
    /// <param name="severity">How serious.</param>
    /// <param name="text">What, without any value from the document.</param>
    public void Add(string code, string path, KithSeverity severity, string text) => findings.Add(new KithFinding(code, path, severity, text));

    /// <summary>Adds findings made elsewhere.</summary>
    /// <param name="more">The findings.</param>
    public void Add(IEnumerable<KithFinding> more) => findings.AddRange(more);

    /// <summary>Keeps a part that nothing took and says so.</summary>
    /// <param name="path">Where it stands.</param>
    /// <param name="content">The part.</param>
    public void Keep(string path, XObject content)
    {
        unread.Add(new UnreadPart(path, content));
        Add(KithCodes.Unknown, path, KithSeverity.Warning, "The standard has no such part here; it is kept as it stands.");
    }
}
