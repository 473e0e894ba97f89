using Hub.Ebxml.Envelope;
using Hub.Ebxml.Markup;
using Hub.Ebxml.Messages;
using Hub.Ebxml.Mime;

namespace Hub.Ebxml.Inspection;

/// <summary>What a rule looks at: one message that could be read.</summary>
internal sealed record RuleInput(ReceivedMessage Received, EbxmlMessage Message)
{
    public MimeReading Mime => Received.Mime;

    public MessageHeader Header => Message.Header;

    public PayloadBody? Payload => Message.Body as PayloadBody;

    public EnvelopeParts Parts => Received.Document!.Parts!;

    public TreeElement? Block(string name) => Parts.Header.Child(EbxmlNames.Eb, name);
}
