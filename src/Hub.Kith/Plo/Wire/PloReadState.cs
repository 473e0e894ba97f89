using System.Xml.Linq;
using Hub.Kith.Xml;

namespace Hub.Kith.Plo.Wire;

/// <summary>What is common to the reading of one message.</summary>
internal sealed class PloReadState(PloVersion version, PloSpaces spaces, string messageNamespace)
{
    public PloVersion Version { get; } = version;

    public PloSpaces Spaces { get; } = spaces;

    public List<KithFinding> Findings { get; } = [];

    public List<UnreadPart> Unread { get; } = [];

    public string MessageNamespace { get; } = messageNamespace;

    public void Add(string code, string path, KithSeverity severity, string text) => Findings.Add(new KithFinding(code, path, severity, text));

    public void Keep(string path, XObject part) => Unread.Add(new UnreadPart(path, part));
}
