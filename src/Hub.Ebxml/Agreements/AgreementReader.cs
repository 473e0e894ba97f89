using System.Xml;
using System.Xml.Linq;

namespace Hub.Ebxml.Agreements;

/// <summary>
/// Reads CPPA 2.0 agreements and profiles as they are found: doubled xs:ID, any prefix, attributes with or without one, unknown elements.
/// Only what leaves no agreement at all is a failure; the rest is a remark on the agreement.
/// </summary>
public static class AgreementReader
{
    /// <summary>The document is larger than <see cref="MaxBytes"/>.</summary>
    public const string TooLarge = "cpa-too-large";

    /// <summary>The document is not well-formed XML, or has a DTD.</summary>
    public const string NotXml = "cpa-not-xml";

    /// <summary>Elements are nested deeper than <see cref="MaxDepth"/>: building such a tree costs time without bound.</summary>
    public const string TooDeep = "cpa-too-deep";

    /// <summary>Deepest nesting read. Agreements need about ten.</summary>
    public const int MaxDepth = 64;

    /// <summary>The root is neither a CPA nor a CPP.</summary>
    public const string WrongRoot = "cpa-wrong-root";

    /// <summary>The register answered with nothing (xsi:nil).</summary>
    public const string Nothing = "cpa-nothing";

    /// <summary>There is no usable party, or too few of them.</summary>
    public const string NoParty = "cpa-no-party";

    /// <summary>The agreement has no id.</summary>
    public const string NoId = "cpa-no-id";

    /// <summary>Largest document read: 10 MB. The largest seen is 0.3 MB.</summary>
    public const int MaxBytes = 10 * 1024 * 1024;

    private const string Namespace = "http://www.oasis-open.org/committees/ebxml-cppa/schema/cpp-cpa-2_0.xsd";

    /// <summary>Reads an agreement or a profile.</summary>
    /// <param name="document">The bytes of the XML document.</param>
    /// <returns>The agreement with its remarks, or why there is none.</returns>
    public static Outcome<Agreement> Read(ReadOnlyMemory<byte> document)
    {
        if (document.Length > MaxBytes)
            return new Failure(TooLarge, $"The agreement is larger than {MaxBytes} bytes.");
        XDocument xml;
        try
        {
            using (var depth = Open(document))
            {
                while (depth.Read())
                {
                    if (depth.Depth > MaxDepth)
                        return new Failure(TooDeep, $"The agreement is nested deeper than {MaxDepth} elements.");
                }
            }
            using var reader = Open(document);
            xml = XDocument.Load(reader);
        }
        catch (XmlException error)
        {
            return new Failure(NotXml, "The agreement is not well-formed XML without a DTD.", $"line {error.LineNumber}, position {error.LinePosition}");
        }
        return Read(xml.Root!);
    }

    private static XmlReader Open(ReadOnlyMemory<byte> document) => XmlReader.Create(
        new MemoryStream(document.ToArray(), writable: false),
        new XmlReaderSettings
        {
            CloseInput = true,
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            MaxCharactersInDocument = MaxBytes,
        });

    private static Outcome<Agreement> Read(XElement root)
    {
        var path = "/" + root.Name.LocalName;
        if (root.Attributes().Any(a => a.Name.LocalName == "nil" && a.Value is "true" or "1"))
            return new Failure(Nothing, "The register has no such agreement.", path);
        if (root.Name.NamespaceName != Namespace || root.Name.LocalName is not ("CollaborationProtocolAgreement" or "CollaborationProtocolProfile"))
            return new Failure(WrongRoot, "The document is neither a CPA nor a CPP of CPPA 2.0.", path);

        var kind = root.Name.LocalName == "CollaborationProtocolAgreement" ? AgreementKind.Agreement : AgreementKind.Profile;
        var remarks = new AgreementRemarks();
        var packages = PackagingReader.Read(root, path, remarks);
        var parties = root.Named("PartyInfo").Select((party, index) => new PartyReader(party, $"{path}/PartyInfo[{index + 1}]", packages, remarks).Read()).ToList();

        var failures = new List<Failure>();
        var id = root.Text(kind == AgreementKind.Agreement ? "cpaid" : "cppid");
        if (id is null)
            failures.Add(new(NoId, "The agreement has no id.", $"{path}/@{(kind == AgreementKind.Agreement ? "cpaid" : "cppid")}"));
        if (parties.Count < (kind == AgreementKind.Agreement ? 2 : 1))
            failures.Add(new(NoParty, "An agreement has two parties, a profile one.", $"{path}/PartyInfo"));
        for (var i = 0; i < parties.Count; i++)
        {
            if (parties[i].Ids.Count == 0)
                failures.Add(new(NoParty, "The party has no id.", $"{path}/PartyInfo[{i + 1}]/PartyId"));
        }
        if (failures.Count > 0)
            return Outcome<Agreement>.Failed(failures);

        return new Agreement(
            id!, kind, Status(root.First("Status")?.Text("value"), path, remarks),
            remarks.Instant(root.First("Start")?.Value, $"{path}/Start"),
            remarks.Instant(root.First("End")?.Value, $"{path}/End"),
            parties, remarks.All);
    }

    private static AgreementStatus Status(string? text, string path, AgreementRemarks remarks)
    {
        if (text is null)
            return AgreementStatus.Unstated;
        if (Enum.TryParse<AgreementStatus>(text, ignoreCase: true, out var status) && Enum.IsDefined(status))
            return status;
        remarks.Odd("The status is none of proposed, agreed and signed.", $"{path}/Status/@value");
        return AgreementStatus.Unstated;
    }
}
