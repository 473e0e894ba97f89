using System.Globalization;
using Hub.Ebxml.Messages;
using Hub.Ebxml.Mime;

namespace Hub.Host.Demo;

/// <summary>Writes what went over the message network: the whole message, its SOAP part, its encrypted attachment and the document inside, with all keys.</summary>
internal static class NetworkDump
{
    private const string Readme = """
        Messages of the demo's network. Everybody in them is made up, and so are the keys in keys/.

        NNN-WHO-WAY-ACTION.ebxml.eml   the message as a mail: what an MSH gets
        NNN-WHO-WAY-ACTION.soap.xml    its signed SOAP envelope
        NNN-WHO-WAY-ACTION.p7m         its encrypted attachment (CMS, DER)
        NNN-WHO-WAY-ACTION.kith.xml    the document inside
        WAY is to-hub or from-hub.

        Look at one:      hub msh inspect FILE.ebxml.eml
        And into it:      hub msh inspect FILE.ebxml.eml --key keys/hub-open.both.pem   (from-hub: hospital-open or gp-open)
        Check a signature (the cid is that of the attachment, see eb:Reference):
          xmlsec1 --verify --trusted-pem keys/simulator-ca.pem --enabled-reference-uris empty,remote --url-map:cid:CID FILE.p7m FILE.soap.xml
        Open an attachment (to-hub: hub-open, from-hub: hospital-open or gp-open):
          openssl cms -decrypt -inform DER -in FILE.p7m -recip keys/hub-open.pem -inkey keys/hub-open.key

        """;

    /// <summary>Writes the files.</summary>
    /// <param name="directory">Where; made when missing.</param>
    /// <param name="network">The network.</param>
    /// <returns>Number of messages.</returns>
    public static int Write(string directory, DemoNetwork network)
    {
        Directory.CreateDirectory(directory);
        network.WriteKeys(Path.Combine(directory, "keys"));
        File.WriteAllText(Path.Combine(directory, "README"), Readme);
        var seen = new HashSet<(string, bool)>();
        var no = 0;
        foreach (var traced in network.Traced ?? [])
        {
            if (seen.Add((traced.Message.MessageId, traced.Message.Outgoing)))
                Write(directory, ++no, traced);
        }
        return no;
    }

    private static void Write(string directory, int no, TracedMessage traced)
    {
        var message = traced.Message;
        var way = message.Outgoing ? "to-hub" : "from-hub";
        var file = Path.Combine(directory, string.Create(CultureInfo.InvariantCulture, $"{no:D3}-{traced.Name}-{way}-{message.Action}"));
        var (from, to) = (traced.Party.EdiAddress, DemoNetwork.Own.EdiAddress);
        if (!message.Outgoing)
            (from, to) = (to, from);
        var read = IncomingMessage.Read(message.Mime.Body, message.Mime.ContentType, Headers(message.Mime));
        var at = read.Message?.Header.Timestamp ?? DateTimeOffset.UnixEpoch;
        File.WriteAllBytes(file + ".ebxml.eml", MailWriter.Write(message.Mime, new MailHeaders(from, to, $"{no}.demo@simulator", at)));
        if (read.Mime.Soap is { } soap)
            File.WriteAllBytes(file + ".soap.xml", soap.Content.Span);
        if (read.Attachments is [var attachment, ..])
            File.WriteAllBytes(file + ".p7m", attachment.Content.Span);
        if (message.Document is { } document)
            File.WriteAllBytes(file + ".kith.xml", document.Span);
    }

    private static MimeHeader[] Headers(MimeMessage mime) => mime.TransferEncoding is { } encoding ? [new MimeHeader("Content-Transfer-Encoding", encoding)] : [];
}
