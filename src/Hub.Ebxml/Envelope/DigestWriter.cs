using Hub.Ebxml.Markup;

namespace Hub.Ebxml.Envelope;

/// <summary>Writes <c>ds:Reference</c> in canonical form, in a signature or copied into a receipt.</summary>
internal static class DigestWriter
{
    /// <summary>Writes one reference.</summary>
    /// <param name="to">Where to.</param>
    /// <param name="reference">What.</param>
    /// <param name="declared">Whether the signature's prefix is in scope; otherwise it is declared on the reference.</param>
    public static void Write(ByteBuffer to, DigestReference reference, bool declared)
    {
        to.Add("<ds:Reference"u8);
        if (!declared)
            to.Add(" xmlns:ds=\"http://www.w3.org/2000/09/xmldsig#\""u8);
        HeaderWriter.Attribute(to, " URI"u8, reference.Uri);
        to.Add((byte)'>');
        if (reference.Transforms.Count > 0)
        {
            to.Add("<ds:Transforms>"u8);
            foreach (var transform in reference.Transforms)
                Transform(to, transform);
            to.Add("</ds:Transforms>"u8);
        }

        to.Add("<ds:DigestMethod"u8);
        HeaderWriter.Attribute(to, " Algorithm"u8, reference.Algorithm);
        to.Add("></ds:DigestMethod><ds:DigestValue>"u8);
        to.AddText(reference.Value);
        to.Add("</ds:DigestValue></ds:Reference>"u8);
    }

    private static void Transform(ByteBuffer to, ReferenceTransform transform)
    {
        to.Add("<ds:Transform"u8);
        HeaderWriter.Attribute(to, " Algorithm"u8, transform.Algorithm);
        to.Add((byte)'>');
        if (transform.XPath is not null)
        {
            to.Add("<ds:XPath"u8);
            if (MustDeclare(transform))
            {
                to.Add(" xmlns:"u8);
                to.AddRaw(transform.Prefix);
                HeaderWriter.Attribute(to, ""u8, transform.PrefixNamespace!);
            }

            to.Add((byte)'>');
            to.AddText(transform.XPath);
            to.Add("</ds:XPath>"u8);
        }

        to.Add("</ds:Transform>"u8);
    }

    /// <summary>Canonical form repeats no declaration that is already in scope with the same meaning.</summary>
    private static bool MustDeclare(ReferenceTransform transform) => transform.PrefixNamespace is { Length: > 0 } uri && transform.Prefix switch
    {
        null or "" or "xml" or "xmlns" => false,
        "SOAP" => uri != EbxmlNames.Soap,
        "eb" => uri != EbxmlNames.Eb,
        "ds" => uri != EbxmlNames.Ds,
        "xlink" => uri != EbxmlNames.XLink,
        _ => true,
    };
}
