using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;
using Hub.Kith.Xml;

namespace Hub.Kith.Schemas;

/// <summary>
/// Validates documents against the schemas of this library (<c>schemas/kith</c>, embedded), which accept what the official ones accept.
/// Safe for use from several threads.
/// </summary>
public static class KithSchemas
{
    /// <summary>At most this many findings are given for one document; a document with more is not worth counting.</summary>
    public const int MaxFindings = 100;

    private static readonly Lazy<XmlSchemaSet> Set = new(Load);

    /// <summary>Whether there is a schema for the namespace.</summary>
    /// <param name="ns">Namespace URI.</param>
    public static bool Knows(string ns) => Set.Value.Contains(ns);

    /// <summary>The compiled schemas. Not to be changed.</summary>
    public static XmlSchemaSet All => Set.Value;

    /// <summary>Validates bytes. Bytes that are not XML give the findings of reading them.</summary>
    /// <param name="bytes">The document.</param>
    /// <param name="limits">Bounds.</param>
    public static IReadOnlyList<KithFinding> Validate(ReadOnlyMemory<byte> bytes, KithXmlLimits? limits = null)
    {
        var read = KithXml.Read(bytes, limits);
        return read.Root is null ? read.Findings : Validate(KithDocument.Unwrap(read.Root));
    }

    /// <summary>
    /// Validates an element and everything in it. Empty when it is valid; <see cref="KithCodes.NoSchema"/> as a warning where a document inside a
    /// MsgHead, or the root itself, has a namespace without schema here: such a document can not be judged.
    /// </summary>
    /// <param name="root">Root of the document.</param>
    public static IReadOnlyList<KithFinding> Validate(XElement root)
    {
        ArgumentNullException.ThrowIfNull(root);
        var declaration = Set.Value.GlobalElements[new XmlQualifiedName(root.Name.LocalName, root.Name.NamespaceName)];
        if (declaration is null)
        {
            return Knows(root.Name.NamespaceName)
                ? [Finding(KithCodes.SchemaInvalid, root, KithSeverity.Error, "The schema has no root element of this name.")]
                : [Finding(KithCodes.NoSchema, root, KithSeverity.Warning, "There is no schema for this namespace.")];
        }

        var findings = new List<KithFinding>();
        root.Validate(declaration, Set.Value, (sender, e) =>
        {
            if (findings.Count < MaxFindings) findings.Add(Of((XObject)sender!, e.Message));
        });
        return findings;
    }

    private static KithFinding Of(XObject at, string message) => at is XElement element && !Knows(element.Name.NamespaceName)
        ? Finding(KithCodes.NoSchema, at, KithSeverity.Warning, "There is no schema for this namespace.")
        : Finding(KithCodes.SchemaInvalid, at, KithSeverity.Error, Safe(message));

    private static KithFinding Finding(string code, XObject at, KithSeverity severity, string text) => new(code, XmlPath.Of(at), severity, text);

    // The messages about structure name elements only; those about values quote them, and a value may be a person's.
    private static string Safe(string message) =>
        message.Contains("value '", StringComparison.Ordinal) || message.Contains("value \"", StringComparison.Ordinal)
            ? "The value is not one that its type allows."
            : message;

    private static XmlSchemaSet Load()
    {
        var set = new XmlSchemaSet { XmlResolver = null };
        var assembly = typeof(KithSchemas).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.StartsWith("kith/", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            using var reader = XmlReader.Create(stream, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            set.Add(null, reader);
        }

        set.Compile();
        return set;
    }
}
