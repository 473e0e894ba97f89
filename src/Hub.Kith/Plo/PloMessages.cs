using Hub.Kith.MsgHead;
using Hub.Kith.Types;

namespace Hub.Kith.Plo;

/// <summary>PLO messages in their MsgHead.</summary>
public static class PloMessages
{
    /// <summary>MsgInfo/Type of a message.</summary>
    /// <param name="type">The type.</param>
    public static CS TypeOf(PloType type) => new(PloTypes.Of(type).Code, PloTypes.Of(type).Text);

    /// <summary>The first document of the MsgHead. See <see cref="PloWriter.Write"/> for what is missing in the message.</summary>
    /// <param name="plo">The message.</param>
    /// <param name="messageId">MsgId of the MsgHead.</param>
    /// <param name="issued">When the document was made.</param>
    public static Document ToDocument(PloDocument plo, Guid messageId, DateTimeOffset issued) => new()
    {
        RefDoc = new RefDoc { IssueDate = TS.Of(issued), MsgType = new CS("XML", "XML-instans"), Content = [PloWriter.ToElement(plo, messageId)] },
    };

    /// <summary>
    /// Reads the business document of a message. A type in MsgInfo that is not the document's is a finding: Service and Action follow from the former,
    /// the content from the latter.
    /// </summary>
    /// <param name="message">The message.</param>
    public static PloReading Read(Message message)
    {
        ArgumentNullException.ThrowIfNull(message);
        if (message.BusinessDocument is not { } root) return new PloReading(null, [new KithFinding(PloCodes.NotPlo, "/MsgHead", KithSeverity.Error, "There is no business document.")], null);
        var reading = PloReader.Read(root);
        if (reading.Document is null || message.Info.Type.V == reading.Document.Info.Code) return reading;
        var finding = new KithFinding(PloCodes.TypeDiffers, "/MsgHead/MsgInfo/Type", KithSeverity.Error, $"The document is of type {reading.Document.Info.Code}.");
        return reading with { Findings = [finding, .. reading.Findings] };
    }
}
