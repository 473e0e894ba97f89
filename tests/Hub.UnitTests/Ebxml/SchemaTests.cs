using System.Xml;
using System.Xml.Schema;
using Hub.Ebxml.Envelope;
using Xunit;
using static Hub.UnitTests.Ebxml.TestMessages;

namespace Hub.UnitTests.Ebxml;

/// <summary>Every kind of message that is written is valid against the schemas.</summary>
public sealed class SchemaTests
{
    public static TheoryData<string, MessageBody> Bodies => new()
    {
        { "payload", Payload("p1@hub").Body },
        { "payload, synchronous", new PayloadBody(new AckRequested(), true, Manifest.Empty) },
        { "acknowledgment", new AcknowledgmentBody(TestAuthority.Start, "m1", Sealed().References) },
        { "errors", new ErrorListBody(ErrorSeverity.Error, [new(ErrorCodes.SecurityFailure, ErrorSeverity.Error, "cid:x", "Feil"), new(ErrorCodes.Unknown, ErrorSeverity.Warning)]) },
        { "ping", new PingBody() },
        { "pong", new PongBody() },
        { "status request", new StatusRequestBody("m1") },
        { "status response", new StatusResponseBody("m1", MessageStatus.NotRecognized, null) },
    };

    [Theory]
    [MemberData(nameof(Bodies))]
    public void Should_write_what_our_own_schemas_describe(string kind, MessageBody body)
    {
        Assert.Equal([], Validate(body, Path.Combine(Repository(), "schemas", "ebxml", "envelope.xsd")).Select(e => $"{kind}: {e}"));
    }

    [Theory]
    [MemberData(nameof(Bodies))]
    public void Should_write_what_the_official_schemas_describe(string kind, MessageBody body)
    {
        Assert.Equal([], Validate(body, Standards.Path("xsd", "flat", "envelope.xsd"), Standards.Path("xsd", "flat", "msg-header-2_0.xsd"))
            .Select(e => $"{kind}: {e}"));
    }

    [Fact]
    public void Should_tell_an_invalid_message_from_a_valid_one()
    {
        var faults = Validate(new ErrorListBody(ErrorSeverity.Error, []), Path.Combine(Repository(), "schemas", "ebxml", "envelope.xsd"));

        Assert.NotEmpty(faults);
    }

    private static List<string> Validate(MessageBody body, params string[] schemas)
    {
        var set = new XmlSchemaSet { XmlResolver = new XmlUrlResolver() };
        foreach (var schema in schemas)
            set.Add(null, schema);
        var faults = new List<string>();
        var settings = new XmlReaderSettings { ValidationType = ValidationType.Schema, Schemas = set, XmlResolver = null };
        settings.ValidationFlags |= XmlSchemaValidationFlags.ReportValidationWarnings;
        settings.ValidationEventHandler += (_, e) => faults.Add(e.Message);
        var attachments = body is PayloadBody { Manifest.References.Count: > 0 } ? new Attachment[] { new("p1@hub", "application/xml", Document) } : [];
        var bytes = Signer.Sign(new EbxmlMessage(Payload().Header, body), attachments).Bytes.ToArray();
        using var reader = XmlReader.Create(new MemoryStream(bytes), settings);
        while (reader.Read())
        {
        }

        return faults;
    }

    private static string Repository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Hub.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException("Hub.sln");
    }
}
