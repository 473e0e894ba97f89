using Hub.Ebxml.Envelope;

namespace Hub.Ebxml.Signing;

/// <summary>Verifies the signature of an envelope and its attachments: positive lists, one signature, all of it covered, fail closed.</summary>
public static class EnvelopeSignature
{
    /// <summary>Verifies the signature over the very document that was read.</summary>
    /// <param name="document">The envelope as read.</param>
    /// <param name="attachments">All attachments that came with it, decoded.</param>
    /// <param name="policy">What is accepted beyond the profile.</param>
    public static SignatureVerdict Verify(EnvelopeDocument document, IReadOnlyList<Attachment> attachments, SignaturePolicy policy)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(attachments);
        ArgumentNullException.ThrowIfNull(policy);
        if (document.Parts is not { } envelope)
            return Refuse(SignatureFaults.NotReadable, 16, "The envelope cannot be read.");
        var signatures = envelope.Envelope.SelfAndDescendants().Where(e => e.Is(EbxmlNames.Ds, "Signature")).Take(2).ToList();
        if (signatures.Count == 0)
            return new NoSignature();
        if (signatures.Count > 1)
            return Refuse(SignatureFaults.SeveralSignatures, 52, "There is more than one signature.");
        if (signatures[0].Parent != envelope.Header)
            return Refuse(SignatureFaults.Misplaced, 45, "The signature is not a child of SOAP:Header.");
        if (envelope.Ambiguous)
            return Refuse(SignatureFaults.AmbiguousStructure, 4, "A header block or the body stands more than once.");
        var (parts, fault) = SignatureParts.Read(signatures[0], policy, document: false);
        if (parts is null)
            return fault!;
        var verdict = CheckEnvelope(envelope, parts, policy, out var transforms)
            ?? AttachmentCoverage.Check(parts.References, document.Message, attachments, policy)
            ?? Conclude(parts, transforms!, policy);
        return verdict is InvalidSignature invalid ? invalid with { Claimed = parts.Certificate } : verdict;
    }

    private static InvalidSignature? CheckEnvelope(EnvelopeParts envelope, SignatureParts parts, SignaturePolicy policy, out EnvelopeTransforms? transforms)
    {
        transforms = null;
        var own = parts.References.Where(r => r.Uri.Length == 0).ToList();
        if (own.Count != 1)
            return Refuse(SignatureFaults.EnvelopeUnsigned, 34, "The signature does not have exactly one reference to the envelope.");
        if (parts.References.Any(r => r.Uri.Length > 0 && ContentIds.FromUri(r.Uri) is null))
            return Refuse(SignatureFaults.ReferenceRefused, 40, "A reference points at something else than the envelope or an attachment.");
        (transforms, var fault) = EnvelopeTransforms.Accept(own[0].Transforms, policy);
        if (transforms is null)
            return fault;
        if (!transforms.LeavesOutOnlyForeignBlocks(envelope))
            return Refuse(SignatureFaults.ContentExcluded, 36, "Something that is read carries an actor that leaves it out of the signature.");
        var leaveOut = transforms.LeavesOut;
        return Digests.Matches(own[0], envelope.Tree, transforms.Canonical, e => ReferenceEquals(e, parts.Signature) || leaveOut(e), policy) switch
        {
            null => Refuse(SignatureFaults.AlgorithmRefused, 33, "The digest method of the envelope is not accepted."),
            false => Refuse(SignatureFaults.EnvelopeChanged, 84, "The digest of the envelope is another: it was changed after signing."),
            true => null,
        };
    }

    private static SignatureVerdict Conclude(SignatureParts parts, EnvelopeTransforms transforms, SignaturePolicy policy)
    {
        var (certificate, fault) = SignatureValue.Check(parts, policy);
        if (certificate is null)
            return fault!;
        var notes = new List<Finding>();
        const string Path = "/SOAP:Envelope/SOAP:Header/ds:Signature";
        if (!transforms.LeavesNextActorOut)
            notes.Add(new Finding(37, FindingSeverity.Note, ErrorCodes.SecurityFailure, Path, "The XPath transform is missing."));
        if (transforms.Canonical.Exclusive || parts.Canonical.Exclusive)
            notes.Add(new Finding(42, FindingSeverity.Note, ErrorCodes.SecurityFailure, Path, "Exclusive canonical form in place of inclusive."));
        if (parts.Method == SignatureAlgorithms.RsaSha1 || parts.References.Any(r => r.Algorithm == SignatureAlgorithms.Sha1))
            notes.Add(new Finding(null, FindingSeverity.Note, ErrorCodes.SecurityFailure, Path, "SHA-1: the network has required SHA-256 since 2022."));
        return new ValidSignature(certificate, parts.References, notes);
    }

    private static InvalidSignature Refuse(string reason, int? rule, string text) => new(reason, rule, text);
}
