using System.Xml.Linq;
using Hub.Kith.MsgHead;
using Hub.Kith.Schemas;
using Hub.Kith.Xml;

namespace Hub.Kith.AppRec;

/// <summary>What is known of a document from its bytes alone.</summary>
public sealed record IncomingDocument
{
    /// <summary>What it is.</summary>
    public required KithRecognition Recognition { get; init; }

    /// <summary>Head; of a broken document as far as it could be read before the fault; <see langword="null"/> when there is none.</summary>
    public MsgInfo? Info { get; init; }

    /// <summary>The message; <see langword="null"/> when the document is broken or no MsgHead.</summary>
    public Message? Message { get; init; }

    /// <summary>Whether it is XML.</summary>
    public bool IsWellFormed => Recognition.Kind != KithKind.NotXml;

    /// <summary>Findings of the schema.</summary>
    public IReadOnlyList<KithFinding> Schema { get; init; } = [];

    /// <summary>Findings of the attachments.</summary>
    public IReadOnlyList<KithFinding> Attachments { get; init; } = [];

    /// <summary>Version of the receipt that answers it.</summary>
    public AppRecVersion Version { get; init; } = AppRecVersion.V11;

    /// <summary>Reads a document for the decision about its receipt.</summary>
    /// <param name="bytes">The document.</param>
    /// <param name="limits">Bounds.</param>
    public static IncomingDocument Of(ReadOnlyMemory<byte> bytes, KithXmlLimits? limits = null)
    {
        var read = KithXml.Read(bytes, limits);
        return read.Root is null ? Broken(bytes, read.Findings, limits) : Of(read.Root);
    }

    /// <summary>Looks at a document already read.</summary>
    /// <param name="root">Its root.</param>
    public static IncomingDocument Of(XElement root)
    {
        var recognition = KithDocument.Recognize(root);
        var message = recognition.Kind == KithKind.MsgHead ? MessageReader.Read(root).Message : null;
        return new IncomingDocument
        {
            Recognition = recognition,
            Message = message,
            Info = message?.Info,
            Schema = KithSchemas.Validate(KithDocument.Unwrap(root)),
            Attachments = message is null ? [] : MsgHead.Attachments.Of(message).Findings,
            Version = AppRecVersions.For(message?.BusinessDocument),
        };
    }

    private static IncomingDocument Broken(ReadOnlyMemory<byte> bytes, IReadOnlyList<KithFinding> findings, KithXmlLimits? limits)
    {
        var recognition = new KithRecognition(KithKind.NotXml, "", "", "");
        var beginning = KithXmlBeginning.Read(bytes, limits);
        if (beginning is null || MessageReader.Read(beginning).Message is not { } message)
            return new IncomingDocument { Recognition = recognition, Schema = findings };
        return new IncomingDocument { Recognition = recognition, Info = message.Info, Schema = findings, Version = AppRecVersions.For(message.BusinessDocument) };
    }
}
