using System.Text;
using Hub.Ebxml.Envelope;

namespace Hub.Simulators.Messaging;

/// <summary>Changes to a signed envelope, as text.</summary>
internal static class EnvelopeForging
{
    private const string Evil =
        "<eb:MessageHeader SOAP:mustUnderstand=\"1\" eb:version=\"2.0\"><eb:MessageData><eb:MessageId>evil</eb:MessageId></eb:MessageData></eb:MessageHeader>";

    private const string RsaSha256 = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256";
    private const string Ds = EbxmlNames.Ds;

    /// <summary>The envelope, forged; the same bytes when the forgery is not one of the envelope.</summary>
    public static byte[] Forge(Forgery kind, ReadOnlyMemory<byte> envelope)
    {
        var text = Encoding.UTF8.GetString(envelope.Span);
        var forged = kind switch
        {
            Forgery.NoSignature => Without(text),
            Forgery.SecondSignature => Put(text, "</SOAP:Header>", $"<ds:Signature xmlns:ds=\"{Ds}\"></ds:Signature></SOAP:Header>"),
            Forgery.HeaderBefore => Put(text, "<SOAP:Header>", "<SOAP:Header>" + Evil),
            Forgery.HeaderAfter => Put(text, "</SOAP:Header>", Evil + "</SOAP:Header>"),
            Forgery.HeaderInBody => Put(text, "<SOAP:Body>", "<SOAP:Body>" + Evil),
            Forgery.HeaderInKeyInfo => Put(text, "<ds:KeyInfo>", "<ds:KeyInfo>" + Evil),
            Forgery.HeaderInObject => Put(text, "</ds:KeyInfo>", "</ds:KeyInfo><ds:Object>" + Evil + "</ds:Object>"),
            Forgery.HeaderForNextActor => Put(text, "</SOAP:Header>", $"<x xmlns=\"urn:x\" SOAP:actor=\"{EbxmlNames.NextActor}\">{Evil}</x></SOAP:Header>"),
            Forgery.SecondBody => Put(text, "</SOAP:Envelope>", "<SOAP:Body></SOAP:Body></SOAP:Envelope>"),
            Forgery.EnvelopeInEnvelope => Inside(text),
            Forgery.ChangedEnvelope => Put(text, "<eb:CPAId>", "<eb:CPAId>0"),
            Forgery.Sha1 => Put(text, RsaSha256, $"{Ds}rsa-sha1"),
            Forgery.Hmac => Put(text, RsaSha256, "http://www.w3.org/2001/04/xmldsig-more#hmac-sha256"),
            _ => text,
        };
        return Encoding.UTF8.GetBytes(forged);
    }

    private static string Put(string text, string place, string replacement)
    {
        var at = text.IndexOf(place, StringComparison.Ordinal);
        return at < 0 ? throw new InvalidOperationException($"The envelope has no {place}.") : string.Concat(text.AsSpan(0, at), replacement, text.AsSpan(at + place.Length));
    }

    private static string Without(string text)
    {
        const string End = "</ds:Signature>";
        var start = text.IndexOf("<ds:Signature ", StringComparison.Ordinal);
        var end = text.IndexOf(End, StringComparison.Ordinal) + End.Length;
        return text.Remove(start, end - start);
    }

    private static string Inside(string text)
    {
        var root = text.IndexOf("<SOAP:Envelope", StringComparison.Ordinal);
        return string.Concat(
            text.AsSpan(0, root), $"<SOAP:Envelope xmlns:SOAP=\"{EbxmlNames.Soap}\"><SOAP:Header></SOAP:Header><SOAP:Body>", text.AsSpan(root), "</SOAP:Body></SOAP:Envelope>");
    }
}
