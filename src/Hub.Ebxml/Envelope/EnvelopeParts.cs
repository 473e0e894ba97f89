using Hub.Ebxml.Markup;

namespace Hub.Ebxml.Envelope;

/// <summary>The places of an envelope that reading and verifying share.</summary>
internal sealed record EnvelopeParts(TreeDocument Tree, TreeElement Envelope, TreeElement Header, TreeElement Body)
{
    /// <summary>Elements that may stand once in a document; a second one anywhere is a way to hide the one that is signed.</summary>
    private static readonly string[] Single =
        ["MessageHeader", "AckRequested", "SyncReply", "Acknowledgment", "ErrorList", "Manifest", "StatusRequest", "StatusResponse", "MessageData"];

    public bool Ambiguous { get; private init; }

    public static EnvelopeParts? Find(TreeDocument tree, List<Finding> findings)
    {
        var root = tree.Root;
        if (!root.Is(EbxmlNames.Soap, "Envelope"))
        {
            findings.Add(Fault(43, "/", "The root is not a SOAP 1.1 envelope."));
            return null;
        }

        var headers = root.Count(EbxmlNames.Soap, "Header");
        var bodies = root.Count(EbxmlNames.Soap, "Body");
        if (headers != 1 || bodies != 1)
        {
            findings.Add(Fault(2, "/SOAP:Envelope", $"The envelope has {headers} headers and {bodies} bodies, not one of each."));
            return null;
        }

        var ambiguous = CheckSingle(tree, findings);
        return new EnvelopeParts(tree, root, root.Child(EbxmlNames.Soap, "Header")!, root.Child(EbxmlNames.Soap, "Body")!) { Ambiguous = ambiguous };
    }

    private static bool CheckSingle(TreeDocument tree, List<Finding> findings)
    {
        var counts = new int[Single.Length];
        int headers = 0, bodies = 0;
        foreach (var element in tree.Root.SelfAndDescendants())
        {
            if (element.Namespace == EbxmlNames.Eb && Array.IndexOf(Single, element.Name) is var i and >= 0)
                counts[i]++;
            else if (element.Namespace == EbxmlNames.Soap)
                _ = element.Name switch { "Header" => headers++, "Body" => bodies++, "Envelope" => 0, _ => 0 };
        }

        var ambiguous = headers > 1 || bodies > 1;
        if (ambiguous)
            findings.Add(Fault(2, "/SOAP:Envelope", "SOAP:Header or SOAP:Body stands in a second place too."));
        for (var i = 0; i < counts.Length; i++)
        {
            if (counts[i] <= 1)
                continue;
            ambiguous = true;
            findings.Add(Fault(4, "/SOAP:Envelope", $"eb:{Single[i]} stands {counts[i]} times, not once."));
        }

        return ambiguous;
    }

    private static Finding Fault(int rule, string path, string text) =>
        new(rule, FindingSeverity.Error, ErrorCodes.OtherXml, path, text);
}
