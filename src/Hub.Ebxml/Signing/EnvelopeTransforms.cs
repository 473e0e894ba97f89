using Hub.Ebxml.Envelope;
using Hub.Ebxml.Markup;

namespace Hub.Ebxml.Signing;

/// <summary>The transforms of the reference to the envelope: which are accepted, and what they leave out.</summary>
internal sealed record EnvelopeTransforms(CanonicalMethod Canonical, bool LeavesNextActorOut)
{
    /// <summary>Header blocks that are read: none of them may be left out of the signature.</summary>
    private static readonly string[] Read = ["MessageHeader", "AckRequested", "Acknowledgment", "ErrorList", "MessageOrder"];

    public static (EnvelopeTransforms? Accepted, InvalidSignature? Fault) Accept(IReadOnlyList<ReferenceTransform> transforms, SignaturePolicy policy)
    {
        if (transforms.Count == 0 || transforms[0].Algorithm != SignatureAlgorithms.Enveloped)
            return Refuse(35, "The first transform of the envelope is not enveloped-signature.");
        var hasXPath = transforms.Count > 1 && transforms[1].Algorithm == SignatureAlgorithms.XPath;
        if (hasXPath && !ProfileXPath.Matches(transforms[1]))
            return Refuse(36, "The XPath expression is not that of the profile.");
        if (!hasXPath && !policy.AllowMissingXPath)
            return Refuse(37, "The XPath transform is missing.");
        if (transforms.Count != (hasXPath ? 3 : 2))
            return Refuse(37, "The envelope does not have the transforms of the profile.");
        var canonical = CanonicalMethod.Of(transforms[^1].Algorithm);
        if (canonical is not { Comments: false } method || (method.Exclusive && !policy.AllowExclusive))
            return Refuse(38, "The last transform of the envelope is not inclusive canonical XML without comments.");
        return (new EnvelopeTransforms(method, hasXPath), null);
    }

    public bool LeavesOut(TreeElement element) => LeavesNextActorOut
        && element.Attribute(EbxmlNames.Soap, "actor") is EbxmlNames.NextActor or EbxmlNames.NextMsh;

    /// <summary>Whether all that is left out are header blocks nobody reads; else the signature would cover less than what is used.</summary>
    public bool LeavesOutOnlyForeignBlocks(EnvelopeParts parts)
    {
        foreach (var element in parts.Envelope.SelfAndDescendants())
        {
            if (LeavesOut(element) && (element.Parent != parts.Header || element.Namespace == EbxmlNames.Soap
                || (element.Namespace == EbxmlNames.Eb && Array.IndexOf(Read, element.Name) >= 0)))
                return false;
        }

        return true;
    }

    private static (EnvelopeTransforms?, InvalidSignature?) Refuse(int rule, string text) =>
        (null, new InvalidSignature(SignatureFaults.TransformRefused, rule, text));
}
