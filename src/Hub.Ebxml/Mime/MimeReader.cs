using System.Text;
using Hub.Ebxml.Envelope;

namespace Hub.Ebxml.Mime;

/// <summary>Takes a message apart, whatever it comes in: a whole mail, a MIME body with its Content-Type apart, or bare SOAP.</summary>
public static class MimeReader
{
    /// <summary>Reads a message; never throws on bad input.</summary>
    /// <param name="bytes">The octets; decoded parts may be slices of them.</param>
    /// <param name="contentType">Value of the Content-Type that came apart from the body (HTTP); null when the bytes have their own headers or none.</param>
    /// <param name="limits">Bounds; <see cref="MimeLimits.Default"/> when null.</param>
    /// <param name="headers">Other headers that came apart from the body; null for none.</param>
    public static MimeReading Read(
        ReadOnlyMemory<byte> bytes, string? contentType = null, MimeLimits? limits = null, IReadOnlyList<MimeHeader>? headers = null)
    {
        limits ??= MimeLimits.Default;
        var work = new Work(limits);
        if (bytes.Length > limits.MaxBytes)
        {
            work.Fault(null, "", $"The message is larger than {limits.MaxBytes} bytes.");
            return new MimeReading(headers ?? [], null, [], false, work.Findings);
        }

        var top = headers ?? [];
        if (contentType is not null)
        {
            top = [.. top.Where(h => !h.Name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase)), new MimeHeader("Content-Type", contentType)];
        }
        else
        {
            (top, bytes) = OwnHeaders(bytes, work);
        }

        work.Entity(top, bytes, 0);
        var soap = work.Root(HeaderBlock.Find(top, "Content-Type"));
        return new MimeReading(top, soap, [.. work.Parts.Where(p => !ReferenceEquals(p, soap))], work.IsMultipart, work.Findings);
    }

    private static (IReadOnlyList<MimeHeader>, ReadOnlyMemory<byte>) OwnHeaders(ReadOnlyMemory<byte> bytes, Work work)
    {
        var span = bytes.Span;
        var start = span.IndexOfAnyExcept("\r\n\t "u8);
        if (start < 0 || span[start..].StartsWith("--"u8) || !HeaderBlock.StartsLikeOne(span[start..]))
            return ([], bytes);
        if (HeaderBlock.Read(span[start..], work.Limits.MaxHeaderBytes) is not { } block)
        {
            work.Fault(18, "", $"The header block is larger than {work.Limits.MaxHeaderBytes} bytes.");
            return ([], default);
        }

        return (block.Headers, bytes[(start + block.Length)..]);
    }

    private sealed class Work(MimeLimits limits)
    {
        public MimeLimits Limits => limits;

        public List<Finding> Findings { get; } = [];

        public List<MimePart> Parts { get; } = [];

        public bool IsMultipart { get; private set; }

        public void Fault(int? rule, string path, string text, FindingSeverity severity = FindingSeverity.Error) =>
            Findings.Add(new Finding(rule, severity, ErrorCodes.MimeProblem, path, text));

        public void Entity(IReadOnlyList<MimeHeader> headers, ReadOnlyMemory<byte> body, int depth)
        {
            var written = HeaderBlock.Find(headers, "Content-Type");
            var type = written is null ? null : ContentType.Read(written);
            if (type?.MediaType.StartsWith("multipart/", StringComparison.Ordinal) == true
                || (depth == 0 && type is null && MimeSplitting.Guess(body.Span) is not null))
                Multipart(type, body, depth);
            else
                Leaf(headers, body);
        }

        /// <summary>The part that <c>start</c> names, or the first.</summary>
        public MimePart? Root(string? contentType)
        {
            var start = contentType is null ? null : ContentType.Read(contentType).Parameter("start")?.Trim().TrimStart('<').TrimEnd('>');
            if (string.IsNullOrEmpty(start) || Parts.Count == 0)
                return Parts.Count == 0 ? null : Parts[0];
            var named = Parts.Find(p => p.ContentId == start);
            if (named is null && IsMultipart)
                Fault(83, "Content-Type", "The start parameter names no part; the first is taken.", FindingSeverity.Warning);
            return named ?? Parts[0];
        }

        private void Multipart(ContentType? type, ReadOnlyMemory<byte> body, int depth)
        {
            IsMultipart = true;
            if (depth >= limits.MaxDepth)
            {
                Fault(null, "", $"Multiparts are nested deeper than {limits.MaxDepth}.");
                return;
            }

            var boundary = type?.Parameter("boundary") is { Length: > 0 } named ? Encoding.Latin1.GetBytes(named) : MimeSplitting.Guess(body.Span);
            if (boundary is null)
            {
                Fault(81, "Content-Type", "The boundary is missing.");
                return;
            }

            var ranges = MimeSplitting.Split(body.Span, boundary, limits.MaxParts, out var closed);
            if (ranges.Count == 0)
                Fault(250, "", "The message has no parts.");
            if (ranges.Count + Parts.Count > limits.MaxParts)
            {
                Fault(null, "", $"There are more than {limits.MaxParts} parts.");
                return;
            }

            if (!closed && ranges.Count > 0)
                Fault(250, "", "The closing boundary is missing.", FindingSeverity.Warning);
            foreach (var range in ranges)
                Part(body[range], depth);
        }

        private void Part(ReadOnlyMemory<byte> part, int depth)
        {
            if (HeaderBlock.Read(part.Span, limits.MaxHeaderBytes) is not { } block)
            {
                Fault(18, "", $"The header block of a part is larger than {limits.MaxHeaderBytes} bytes.");
                return;
            }

            Entity(block.Headers, part[block.Length..], depth + 1);
        }

        private void Leaf(IReadOnlyList<MimeHeader> headers, ReadOnlyMemory<byte> body)
        {
            var encoding = HeaderBlock.Find(headers, "Content-Transfer-Encoding")?.Trim().ToLowerInvariant();
            if (TransferDecoding.Decode(body, encoding) is { } content)
                Parts.Add(new MimePart(headers, content));
            else
                Fault(257, "Content-Transfer-Encoding", "A part is not in the transfer encoding it names, or names an unknown one.");
        }
    }
}
