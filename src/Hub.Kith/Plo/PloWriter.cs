using System.Xml.Linq;
using Hub.Kith.Plo.Wire;
using Hub.Kith.Xml;

namespace Hub.Kith.Plo;

/// <summary>
/// Writes PLO messages in the order of their schemas. What the schema asks for and the record does not have is a finding of severity error, and the
/// document then does not validate; parts in <see cref="PloDocument.Unread"/> are not written.
/// </summary>
public static class PloWriter
{
    /// <summary>Writes a message as a document of its own.</summary>
    /// <param name="document">The message.</param>
    /// <param name="messageId">MsgId of the MsgHead it goes into; ids of components that have none are made of it, so that writing again gives the same bytes.</param>
    public static KithWritten Write(PloDocument document, Guid messageId)
    {
        using var writer = new KithWriter();
        var findings = WriteInto(writer, document, messageId);
        var written = writer.Finish();
        return written with { Findings = [.. findings, .. written.Findings] };
    }

    /// <summary>Writes a message into an open element, such as RefDoc/Content.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="document">The message.</param>
    /// <param name="messageId">MsgId of the MsgHead.</param>
    /// <returns>What is missing or has no valid form.</returns>
    public static IReadOnlyList<KithFinding> WriteInto(KithWriter writer, PloDocument document, Guid messageId)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(document);
        var info = document.Info;
        var ns = info.Namespace(document.Version);
        if (ns.Length == 0) return [new KithFinding(PloCodes.NotPlo, "/" + info.Root, KithSeverity.Error, "The type does not exist in this version.")];

        var spaces = new PloSpaces(ns, document.Version);
        writer.Start(ns, info.Root);
        writer.DeclarePrefix("po", spaces[PloSpace.Po]);
        writer.DeclarePrefix("fk1", KithNamespaces.Fk1);
        writer.DeclarePrefix("epj1", PloSpaces.Epj1);
        writer.DeclarePrefix("epj2", PloSpaces.Epj2);
        writer.DeclarePrefix("epj3", PloSpaces.Epj3);
        writer.DeclarePrefix("m1", PloSpaces.Meta);
        var fields = new PloElementWriter(writer, document.Version, spaces, messageId, "/" + info.Root);
        document.Walk(fields);
        writer.End();
        return fields.Findings;
    }

    /// <summary>Writes a message as an element.</summary>
    /// <param name="document">The message.</param>
    /// <param name="messageId">MsgId of the MsgHead.</param>
    /// <exception cref="ArgumentException">The type does not exist in the document's version.</exception>
    public static XElement ToElement(PloDocument document, Guid messageId)
    {
        using var writer = KithWriter.ToTree();
        var findings = WriteInto(writer, document, messageId);
        return findings is [{ Code: PloCodes.NotPlo } none, ..] ? throw new ArgumentException(none.Text, nameof(document)) : writer.FinishTree().Root;
    }
}
