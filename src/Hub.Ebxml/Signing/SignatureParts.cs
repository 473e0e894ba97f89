using Hub.Ebxml.Envelope;
using Hub.Ebxml.Markup;

namespace Hub.Ebxml.Signing;

/// <summary>The parts of a <c>ds:Signature</c>, read strictly: nothing missing, nothing more.</summary>
internal sealed record SignatureParts(
    TreeElement Signature, TreeElement SignedInfo, CanonicalMethod Canonical, string Method, IReadOnlyList<DigestReference> References,
    byte[] Value, byte[] Certificate)
{
    public static (SignatureParts? Parts, InvalidSignature? Fault) Read(TreeElement signature, SignaturePolicy policy, bool document)
    {
        var children = signature.Elements.ToList();
        if (children.Count != 3 || !children[0].Is(EbxmlNames.Ds, "SignedInfo") || !children[1].Is(EbxmlNames.Ds, "SignatureValue")
            || !children[2].Is(EbxmlNames.Ds, "KeyInfo"))
            return Refuse(SignatureFaults.Structure, 363, "The signature is not SignedInfo, SignatureValue and KeyInfo, and nothing else.");
        var info = children[0].Elements.ToList();
        if (info.Count < 3 || !info[0].Is(EbxmlNames.Ds, "CanonicalizationMethod") || !info[1].Is(EbxmlNames.Ds, "SignatureMethod")
            || info.Skip(2).Any(e => !e.Is(EbxmlNames.Ds, "Reference")))
            return Refuse(SignatureFaults.Structure, 39, "SignedInfo is not a canonicalization method, a signature method and references.");
        if (info[0].Elements.Any() || info[1].Elements.Any())
            return Refuse(SignatureFaults.AlgorithmRefused, 42, "A method has parameters.");
        if (CanonicalMethod.Of(info[0].Attribute("", "Algorithm")) is not { } canonical || (canonical.Exclusive && !policy.AllowExclusive)
            || (canonical.Comments && !document))
            return Refuse(SignatureFaults.AlgorithmRefused, 42, "The canonicalization method is not accepted.");

        var references = new List<DigestReference>(info.Count - 2);
        foreach (var element in info.Skip(2))
        {
            if (ReferenceFault(element) is { } fault)
                return (null, fault);
            references.Add(DigestReading.Read(element));
        }

        if (Bytes(children[1].Text) is not { Length: > 0 } value)
            return Refuse(SignatureFaults.Structure, 46, "The signature value is not base64.");
        return ReadCertificate(children[2]) is { } certificate
            ? (new SignatureParts(signature, children[0], canonical, info[1].Attribute("", "Algorithm") ?? "", references, value, certificate), null)
            : Refuse(SignatureFaults.CertificateUnusable, 103, "KeyInfo does not have exactly one X509Certificate.");
    }

    public static byte[]? Bytes(string text)
    {
        try
        {
            return Convert.FromBase64String(text);
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static InvalidSignature? ReferenceFault(TreeElement reference)
    {
        if (reference.Attribute("", "URI") is null)
            return new InvalidSignature(SignatureFaults.ReferenceRefused, 34, "A reference has no URI.");
        var children = reference.Elements.ToList();
        var rest = children.Count > 0 && children[0].Is(EbxmlNames.Ds, "Transforms") ? children.Skip(1).ToList() : children;
        if (rest.Count != 2 || !rest[0].Is(EbxmlNames.Ds, "DigestMethod") || !rest[1].Is(EbxmlNames.Ds, "DigestValue") || rest[0].Elements.Any())
            return new InvalidSignature(SignatureFaults.Structure, 40, "A reference is not transforms, a digest method and a digest value.");
        foreach (var transform in rest.Count == children.Count ? [] : children[0].Elements)
        {
            var inside = transform.Elements.ToList();
            var isXPath = transform.Attribute("", "Algorithm") == SignatureAlgorithms.XPath;
            if (!transform.Is(EbxmlNames.Ds, "Transform") || (isXPath ? inside.Count != 1 || !inside[0].Is(EbxmlNames.Ds, "XPath") : inside.Count != 0))
                return new InvalidSignature(SignatureFaults.TransformRefused, 37, "A transform has parameters that are not accepted.");
        }

        return null;
    }

    /// <summary>Other contents of KeyInfo are neither trusted nor refused: KeyValue stands in most signatures beside the certificate.</summary>
    private static byte[]? ReadCertificate(TreeElement keyInfo)
    {
        if (keyInfo.Count(EbxmlNames.Ds, "X509Data") != 1)
            return null;
        var data = keyInfo.Child(EbxmlNames.Ds, "X509Data")!;
        return data.Count(EbxmlNames.Ds, "X509Certificate") == 1 ? Bytes(data.Child(EbxmlNames.Ds, "X509Certificate")!.Text) : null;
    }

    private static (SignatureParts?, InvalidSignature?) Refuse(string reason, int rule, string text) =>
        (null, new InvalidSignature(reason, rule, text));
}
