namespace Hub.Ebxml.Signing;

/// <summary>Reasons for which a signature is refused; stable, for machines.</summary>
public static class SignatureFaults
{
    /// <summary>The bytes are not a document that can be read.</summary>
    public const string NotReadable = "not-readable";

    /// <summary>A header block or the body stands more than once.</summary>
    public const string AmbiguousStructure = "ambiguous-structure";

    /// <summary>There is more than one signature.</summary>
    public const string SeveralSignatures = "several-signatures";

    /// <summary>The signature does not stand where the profile has it.</summary>
    public const string Misplaced = "signature-misplaced";

    /// <summary>The signature lacks a part or has one that is not allowed.</summary>
    public const string Structure = "signature-structure";

    /// <summary>An algorithm is not on the positive list.</summary>
    public const string AlgorithmRefused = "algorithm-refused";

    /// <summary>A transform is not on the positive list, or not in its place, or its expression is another one.</summary>
    public const string TransformRefused = "transform-refused";

    /// <summary>The envelope itself is not signed.</summary>
    public const string EnvelopeUnsigned = "envelope-unsigned";

    /// <summary>A reference points at something that may not be referred to.</summary>
    public const string ReferenceRefused = "reference-refused";

    /// <summary>A signed or listed attachment is not there, or there twice.</summary>
    public const string AttachmentMissing = "attachment-missing";

    /// <summary>An attachment is not signed.</summary>
    public const string AttachmentUnsigned = "attachment-unsigned";

    /// <summary>Something that is read would be left out of what is signed.</summary>
    public const string ContentExcluded = "content-excluded";

    /// <summary>The envelope has been changed.</summary>
    public const string EnvelopeChanged = "envelope-changed";

    /// <summary>An attachment has been changed.</summary>
    public const string AttachmentChanged = "attachment-changed";

    /// <summary>The certificate is missing, not alone, or cannot be read.</summary>
    public const string CertificateUnusable = "certificate-unusable";

    /// <summary>The key is not RSA or is too short.</summary>
    public const string KeyRefused = "key-refused";

    /// <summary>The signature value is not one of that key over what is signed.</summary>
    public const string ValueWrong = "signature-value-wrong";
}
