using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Hub.Ebxml.Envelope;

namespace Hub.Ebxml.Mime;

/// <summary>Writes messages byte by byte: SOAP part first, attachments in base64 (HITS 1171, RFC 2387).</summary>
public static class MimeWriter
{
    private const int LineBytes = 57;

    /// <summary>A business message: multipart/related. The same parts give the same bytes.</summary>
    /// <param name="soap">The octets of the signed envelope.</param>
    /// <param name="attachments">The attachments.</param>
    /// <param name="encoding">Transfer encoding of the SOAP part.</param>
    public static MimeMessage Multipart(ReadOnlySpan<byte> soap, IReadOnlyList<Attachment> attachments, SoapEncoding encoding)
    {
        ArgumentNullException.ThrowIfNull(attachments);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(soap, hash);
        var seed = Convert.ToHexStringLower(hash[..16]);
        var boundary = $"----=_Part_{seed}";
        var soapHead = $"--{boundary}\r\nContent-Type: text/xml; charset=UTF-8\r\nContent-Transfer-Encoding: {Name(encoding)}\r\nContent-ID: <soap.{seed}@msh>\r\n\r\n";
        var heads = new string[attachments.Count];
        var size = soapHead.Length + Size(soap.Length, encoding) + boundary.Length + 8;
        for (var i = 0; i < heads.Length; i++)
        {
            heads[i] = Head(boundary, attachments[i]);
            size += heads[i].Length + Size(attachments[i].Content.Length, SoapEncoding.Base64);
        }

        var body = new byte[size];
        var at = Ascii(body, 0, soapHead);
        at = Content(body, at, soap, encoding);
        for (var i = 0; i < heads.Length; i++)
        {
            at = Ascii(body, at, heads[i]);
            at = Content(body, at, attachments[i].Content.Span, SoapEncoding.Base64);
        }

        at = Ascii(body, at, $"--{boundary}--\r\n");
        return new MimeMessage(
            $"multipart/related; type=\"text/xml\"; boundary=\"{boundary}\"; start=\"<soap.{seed}@msh>\"", null, body.AsMemory(0, at));
    }

    /// <summary>A signal: bare text/xml.</summary>
    /// <param name="soap">The octets of the signed envelope.</param>
    /// <param name="encoding">Transfer encoding; base64 for mail, as it is for HTTP.</param>
    public static MimeMessage Bare(ReadOnlyMemory<byte> soap, SoapEncoding encoding)
    {
        if (encoding == SoapEncoding.EightBit)
            return new MimeMessage("text/xml; charset=UTF-8", Name(encoding), soap);
        var body = new byte[Size(soap.Length, encoding)];
        return new MimeMessage("text/xml; charset=UTF-8", Name(encoding), body.AsMemory(0, Content(body, 0, soap.Span, encoding)));
    }

    private static string Head(string boundary, Attachment attachment)
    {
        if (!Ascii(attachment.ContentType) || !Ascii(attachment.ContentId))
            throw new ArgumentException("A content id or content type has a character that a header cannot carry.");
        return $"--{boundary}\r\nContent-Type: {attachment.ContentType}\r\nContent-Transfer-Encoding: base64\r\nContent-Disposition: attachment\r\nContent-ID: <{attachment.ContentId}>\r\n\r\n";
    }

    private static bool Ascii(string text) => !text.AsSpan().ContainsAnyExceptInRange(' ', '~');

    private static string Name(SoapEncoding encoding) => encoding == SoapEncoding.Base64 ? "base64" : "8bit";

    /// <summary>Bytes of content with the line break that the next boundary begins with.</summary>
    private static int Size(int length, SoapEncoding encoding)
    {
        if (encoding == SoapEncoding.EightBit)
            return length + 2;
        var lines = (length + LineBytes - 1) / LineBytes;
        return Base64.GetMaxEncodedToUtf8Length(length) + lines * 2 + 2;
    }

    private static int Content(byte[] body, int at, ReadOnlySpan<byte> content, SoapEncoding encoding)
    {
        if (encoding == SoapEncoding.EightBit)
        {
            content.CopyTo(body.AsSpan(at));
            return NewLine(body, at + content.Length);
        }

        while (!content.IsEmpty)
        {
            var line = content[..Math.Min(LineBytes, content.Length)];
            Base64.EncodeToUtf8(line, body.AsSpan(at), out _, out var written);
            at = NewLine(body, at + written);
            content = content[line.Length..];
        }

        return at;
    }

    private static int NewLine(byte[] body, int at)
    {
        body[at] = (byte)'\r';
        body[at + 1] = (byte)'\n';
        return at + 2;
    }

    private static int Ascii(byte[] body, int at, string text) => at + Encoding.ASCII.GetBytes(text, body.AsSpan(at));
}
