using System.Xml.Linq;
using Hub.Kith.Xml;

namespace Hub.Kith;

/// <summary>What a document is.</summary>
/// <param name="Kind">Family.</param>
/// <param name="Namespace">Namespace of the root, empty when there is none.</param>
/// <param name="RootName">Local name of the root.</param>
/// <param name="Version">Version of the standard, such as 1.2; empty when not known.</param>
/// <param name="MessageType">MsgInfo/Type of a MsgHead, code of list 8279.</param>
/// <param name="Business">The first document inside a MsgHead.</param>
/// <param name="Wrapper">Local name of the element of a local system that the document stood in (NAV's EI_fellesformat), or <see langword="null"/>.</param>
public sealed record KithRecognition(
    KithKind Kind, string Namespace, string RootName, string Version, string? MessageType = null, KithRecognition? Business = null, string? Wrapper = null);

/// <summary>Tells what bytes are before they are read in full.</summary>
public static class KithDocument
{
    /// <summary>Recognises bytes by namespace and root element.</summary>
    /// <param name="bytes">The document.</param>
    /// <param name="limits">Bounds.</param>
    public static KithRecognition Recognize(ReadOnlyMemory<byte> bytes, KithXmlLimits? limits = null) =>
        KithXml.Read(bytes, limits).Root is { } root ? Recognize(root) : new KithRecognition(KithKind.NotXml, "", "", "");

    /// <summary>Recognises a root element; a MsgHead or AppRec directly inside a wrapping element is found.</summary>
    /// <param name="root">The root.</param>
    public static KithRecognition Recognize(XElement root)
    {
        var document = Unwrap(root);
        var name = document.Name;
        var (kind, version) = KithStandards.Of(name.NamespaceName);
        return new KithRecognition(kind, name.NamespaceName, name.LocalName, version)
        {
            MessageType = kind == KithKind.MsgHead ? document.Element(name.Namespace + "MsgInfo")?.Element(name.Namespace + "Type")?.Attribute("V")?.Value.Trim() : null,
            Business = kind == KithKind.MsgHead && FirstContent(document) is { } business ? Recognize(business) : null,
            Wrapper = ReferenceEquals(document, root) ? null : root.Name.LocalName,
        };
    }

    /// <summary>The document itself: the root, or the MsgHead or AppRec that is a child of a wrapping root of another namespace.</summary>
    /// <param name="root">The root.</param>
    public static XElement Unwrap(XElement root)
    {
        ArgumentNullException.ThrowIfNull(root);
        if (KithStandards.Of(root.Name.NamespaceName).Kind != KithKind.Unknown) return root;
        return root.Elements().FirstOrDefault(e => KithStandards.Of(e.Name.NamespaceName).Kind is KithKind.MsgHead or KithKind.AppRec) ?? root;
    }

    private static XElement? FirstContent(XElement msgHead)
    {
        var ns = msgHead.Name.Namespace;
        return msgHead.Elements(ns + "Document").Concat(msgHead.Elements(ns + "PatientReport").Elements(ns + "Document"))
            .Elements(ns + "RefDoc").Elements(ns + "Content").Elements().FirstOrDefault();
    }
}
