using Hub.Ebxml.Envelope;
using Hub.Ebxml.Markup;

namespace Hub.Ebxml.Signing;

/// <summary>Verifies the enveloped signature of a business document (MsgHead), which stands inside its own root.</summary>
public static class DocumentSignature
{
    /// <summary>Verifies the signature of one document.</summary>
    /// <param name="bytes">The octets of the document.</param>
    /// <param name="policy">What is accepted beyond the profile. Canonical form with comments is accepted here.</param>
    /// <param name="limits">Bounds; <see cref="MarkupLimits.Default"/> when null.</param>
    public static SignatureVerdict Verify(ReadOnlyMemory<byte> bytes, SignaturePolicy policy, MarkupLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(policy);
        var (document, fault) = TreeReader.Read(bytes, limits ?? MarkupLimits.Default);
        if (document is null)
            return new InvalidSignature(SignatureFaults.NotReadable, null, $"The document cannot be read as XML: {fault}.");
        var signatures = document.Root.SelfAndDescendants().Where(e => e.Is(EbxmlNames.Ds, "Signature")).Take(2).ToList();
        if (signatures.Count == 0)
            return new NoSignature();
        if (signatures.Count > 1)
            return new InvalidSignature(SignatureFaults.SeveralSignatures, null, "There is more than one signature.");
        if (signatures[0].Parent != document.Root)
            return new InvalidSignature(SignatureFaults.Misplaced, null, "The signature is not a child of the document's root.");
        var (parts, wrong) = SignatureParts.Read(signatures[0], policy, document: true);
        if (parts is null)
            return wrong!;
        var verdict = CheckReference(document, parts, policy) ?? Conclude(parts, policy);
        return verdict is InvalidSignature invalid ? invalid with { Claimed = parts.Certificate } : verdict;
    }

    private static InvalidSignature? CheckReference(TreeDocument document, SignatureParts parts, SignaturePolicy policy)
    {
        if (parts.References.Count != 1 || parts.References[0].Uri.Length > 0)
            return new InvalidSignature(SignatureFaults.ReferenceRefused, null, "The signature does not have one reference, to the whole document.");
        var transforms = parts.References[0].Transforms;
        if (transforms.Count is < 1 or > 2 || transforms[0].Algorithm != SignatureAlgorithms.Enveloped)
            return new InvalidSignature(SignatureFaults.TransformRefused, null, "The transforms are not enveloped-signature and a canonical form.");
        var method = transforms.Count == 1 ? new CanonicalMethod(false, false) : CanonicalMethod.Of(transforms[1].Algorithm);
        if (method is not { } canonical || (canonical.Exclusive && !policy.AllowExclusive))
            return new InvalidSignature(SignatureFaults.TransformRefused, null, "The canonical form is not accepted.");
        return Digests.Matches(parts.References[0], document, canonical, e => ReferenceEquals(e, parts.Signature), policy) switch
        {
            null => new InvalidSignature(SignatureFaults.AlgorithmRefused, null, "The digest method is not accepted."),
            false => new InvalidSignature(SignatureFaults.EnvelopeChanged, null, "The digest of the document is another: it was changed after signing."),
            true => null,
        };
    }

    private static SignatureVerdict Conclude(SignatureParts parts, SignaturePolicy policy)
    {
        var (certificate, fault) = SignatureValue.Check(parts, policy);
        return certificate is null ? fault! : new ValidSignature(certificate, parts.References, []);
    }
}
