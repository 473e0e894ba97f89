using System.Xml.Linq;
using Hub.Kith.Xml;

namespace Hub.Kith.Plo.Wire;

/// <summary>What is common to the reading of one message.</summary>
internal sealed class PloReadState(PloVersion version, PloSpaces spaces)
{
    private const int MostFindings = 1000;

    public PloVersion Version { get; } = version;

    public PloSpaces Spaces { get; } = spaces;

    public List<KithFinding> Findings { get; } = [];

    public List<UnreadPart> Unread { get; } = [];

    // A document of nothing but faults says no more with its thousandth fault; the parts themselves are all kept.
    public void Add(string code, string path, KithSeverity severity, string text)
    {
        if (Findings.Count < MostFindings) Findings.Add(new KithFinding(code, path, severity, text));
    }

    public void Keep(string path, XObject part) => Unread.Add(new UnreadPart(path, part));
}
