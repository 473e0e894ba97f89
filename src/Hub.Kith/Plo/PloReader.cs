using System.Xml.Linq;
using Hub.Kith.Plo.Wire;
using Hub.Kith.Xml;

namespace Hub.Kith.Plo;

/// <summary>
/// Reads PLO messages of 1.6 and 1.5. Never throws for what a sender can write, and drops nothing: what no field takes is in
/// <see cref="PloDocument.Unread"/>.
/// </summary>
public static class PloReader
{
    /// <summary>Reads bytes: a PLO message, or a MsgHead whose first PLO message is read.</summary>
    /// <param name="bytes">The document.</param>
    /// <param name="limits">Bounds.</param>
    public static PloReading Read(ReadOnlyMemory<byte> bytes, KithXmlLimits? limits = null)
    {
        var xml = KithXml.Read(bytes, limits);
        if (xml.Root is null) return new PloReading(null, xml.Findings, null);
        var root = xml.Root.DescendantsAndSelf().FirstOrDefault(static e => VersionOf(e) is not null) ?? xml.Root;
        var reading = Read(root);
        return reading with { Findings = [.. xml.Findings, .. reading.Findings] };
    }

    /// <summary>Reads an element.</summary>
    /// <param name="root">Root of the PLO message: the content of the first document of the MsgHead.</param>
    public static PloReading Read(XElement root)
    {
        ArgumentNullException.ThrowIfNull(root);
        var path = "/" + PloPath.Name(root.Name);
        if (VersionOf(root) is not { } version) return Refused(root, path, "The root is not a PLO message of version 1.5 or 1.6.");
        var ns = root.Name.NamespaceName;
        if (TypeOf(root, version) is not { } info) return Refused(root, path, "The element that tells the use of Pasientlogistikk is missing.");

        var state = new PloReadState(version, new PloSpaces(ns, version));
        if (version == PloVersion.V15)
            state.Add(PloCodes.Version15, path, KithSeverity.Information, "The message is of version 1.5; the AppRec is of version 1.0.");
        var reader = new PloElementReader(root, path, PloSpace.Po, state);
        var opening = PloOpening.Fields(reader, null);
        var body = info.Use is null
            ? PloBody.Read(info.Type, reader)
            : reader.Use<PloBody>(info.Use, null, (f, _) => PloBody.Read(info.Type, f));
        reader.Finish();
        var document = new PloDocument { Version = version, Opening = opening, Body = body!, Unread = state.Unread };
        return new PloReading(document, state.Findings, root);
    }

    private static PloReading Refused(XElement root, string path, string text) =>
        new(null, [new KithFinding(PloCodes.NotPlo, path, KithSeverity.Error, text)], root);

    private static PloVersion? VersionOf(XElement root)
    {
        var (name, ns) = (root.Name.LocalName, root.Name.NamespaceName);
        if (PloTypes.All.Any(t => t.Root == name && t.Namespace16 == ns)) return PloVersion.V16;
        return PloTypes.All.Any(t => t.Root == name && t.Namespace15 == ns) ? PloVersion.V15 : null;
    }

    private static PloTypeInfo? TypeOf(XElement root, PloVersion version)
    {
        var types = PloTypes.All.Where(t => t.Root == root.Name.LocalName && t.Namespace(version) == root.Name.NamespaceName).ToList();
        if (types is [{ Use: null } only]) return only;
        return root.Elements().Where(e => e.Name.Namespace == root.Name.Namespace)
            .Select(e => types.Find(t => t.Use == e.Name.LocalName)).FirstOrDefault(static t => t is not null);
    }
}
