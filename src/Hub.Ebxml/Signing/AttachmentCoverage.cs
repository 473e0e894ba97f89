using Hub.Ebxml.Envelope;

namespace Hub.Ebxml.Signing;

/// <summary>Every attachment is signed, every signed and every listed attachment is there, and none has changed.</summary>
internal static class AttachmentCoverage
{
    public static InvalidSignature? Check(
        IReadOnlyList<DigestReference> references, EbxmlMessage? message, IReadOnlyList<Attachment> attachments, SignaturePolicy policy)
    {
        var signed = new Dictionary<string, DigestReference>(StringComparer.Ordinal);
        foreach (var reference in references)
        {
            if (reference.Uri.Length > 0 && !signed.TryAdd(ContentIds.FromUri(reference.Uri)!, reference))
                return new InvalidSignature(SignatureFaults.ReferenceRefused, 40, "Two references point at the same attachment.");
        }

        var present = new Dictionary<string, Attachment>(StringComparer.Ordinal);
        foreach (var attachment in attachments)
        {
            if (!present.TryAdd(attachment.ContentId, attachment))
                return new InvalidSignature(SignatureFaults.AttachmentMissing, 263, "Two attachments have the same content id.");
            if (!signed.ContainsKey(attachment.ContentId))
                return new InvalidSignature(SignatureFaults.AttachmentUnsigned, 40, "An attachment is not covered by the signature.");
        }

        if (message?.Body is PayloadBody { Manifest.References: var listed }
            && listed.Any(l => l.ContentId is { } id && !signed.ContainsKey(id)))
            return new InvalidSignature(SignatureFaults.AttachmentUnsigned, 40, "The manifest names an attachment that the signature does not cover.");
        return signed.Select(s => Digest(s.Value, present.GetValueOrDefault(s.Key), policy)).FirstOrDefault(f => f is not null);
    }

    private static InvalidSignature? Digest(DigestReference reference, Attachment? attachment, SignaturePolicy policy)
    {
        if (attachment is null)
            return new InvalidSignature(SignatureFaults.AttachmentMissing, 40, "A signed attachment is not there.");
        if (reference.Transforms.Count > 0)
            return new InvalidSignature(SignatureFaults.TransformRefused, 37, "The reference to an attachment has transforms.");
        return Digests.Matches(reference, attachment.Content.Span, policy) switch
        {
            null => new InvalidSignature(SignatureFaults.AlgorithmRefused, 33, "The digest method of an attachment is not accepted."),
            false => new InvalidSignature(SignatureFaults.AttachmentChanged, 84, "The digest of an attachment is another: it was changed after signing."),
            true => null,
        };
    }
}
