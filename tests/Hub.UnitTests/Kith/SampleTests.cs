using System.Xml.Linq;
using Hub.Kith;
using Hub.Kith.AppRec;
using Hub.Kith.Dialog;
using Hub.Kith.MsgHead;
using Hub.Kith.Schemas;
using Hub.Kith.Xml;
using Xunit;

namespace Hub.UnitTests.Kith;

/// <summary>Official and real samples: read, written again, equal in content; judged alike by the official schemas and ours.</summary>
public sealed class SampleTests
{
    private static IEnumerable<string> Everything => Standards.Files("msghead").Concat(Standards.Files("dialogmelding")).Concat(Standards.Files("apprec"));

    public static TheoryData<string> All => Standards.Data(Everything);

    public static TheoryData<string> Messages => Standards.Data(Everything.Where(f => KithDocument.Recognize(File.ReadAllBytes(f)).Kind == KithKind.MsgHead));

    public static TheoryData<string> Receipts => Standards.Data(Everything.Where(f => KithDocument.Recognize(File.ReadAllBytes(f)).Kind == KithKind.AppRec));

    [Theory, MemberData(nameof(Messages), DisableDiscoveryEnumeration = true)]
    public void Should_write_a_message_again_with_the_same_content(string sample)
    {
        var reading = MessageReader.Read(Standards.Sample(sample));
        Assert.NotNull(reading.Message);

        var message = reading.Message;
        if (message.BusinessDocument is { Name.LocalName: "Dialogmelding" } business)
        {
            var dialog = DialogReader.Read(business);
            Assert.NotNull(dialog.Dialog);
            var (element, changed) = DialogWriter.ToElement(dialog.Dialog);
            Assert.Empty(changed);
            if (dialog.Unread.Count == 0 && dialog.Findings.Count == 0) Assert.Equal(XmlContent.Of(business), XmlContent.Of(element));
            else Assert.NotEmpty(OfficialSchemas.Errors(business));
        }

        var written = MessageWriter.Write(message);
        var again = KithXml.Read(written.Bytes).Root!;
        if (reading.Unread.Count > 0 || reading.Findings.Any(f => f.Code == KithCodes.Missing && !f.Path.Contains("ConversationRef", StringComparison.Ordinal)))
        {
            // What the standard does not have is kept beside the message, and what it asks for is written empty; only documents that the official schema refuses may need that.
            Assert.NotEmpty(OfficialSchemas.Errors(reading.Root!));
            return;
        }

        Assert.Equal(XmlContent.Of(Ordered(reading.Root!)), XmlContent.Of(Ordered(again)));
        if (OfficialSchemas.Errors(reading.Root!).Count == 0) Assert.Empty(OfficialSchemas.Errors(again));
    }

    [Theory, MemberData(nameof(Receipts), DisableDiscoveryEnumeration = true)]
    public void Should_write_a_receipt_again_with_the_same_content(string sample)
    {
        var reading = ReceiptReader.Read(Standards.Sample(sample));
        Assert.NotNull(reading.Receipt);
        Assert.DoesNotContain(reading.Findings, f => f.Severity == KithSeverity.Error);

        var original = KithDocument.Unwrap(KithXml.Read(Standards.Sample(sample)).Root!);
        var again = KithXml.Read(ReceiptWriter.Write(reading.Receipt).Bytes).Root!;

        Assert.Equal(XmlContent.Of(original), XmlContent.Of(again));
        Assert.Empty(OfficialSchemas.Errors(again));
        Assert.Empty(KithSchemas.Validate(again));
    }

    [Theory, MemberData(nameof(All), DisableDiscoveryEnumeration = true)]
    public void Should_judge_as_the_official_schemas_do(string sample)
    {
        var root = KithDocument.Unwrap(KithXml.Read(Standards.Sample(sample)).Root!);
        var official = OfficialSchemas.Errors(root);
        var ours = KithSchemas.Validate(root);

        Assert.True((official.Count == 0) == (ours.Count == 0), $"official: {string.Join(" | ", official)}\nours: {string.Join(" | ", ours)}");
    }

    [Theory]
    [InlineData("dialogmelding_dialog_notat_invalid.xml")]
    [InlineData("dialogmelding_dialog_svar_foresporsel_om_pasient_invalid.xml")]
    [InlineData("dialogmelding_dialog_svar_innkalling_dialogmote_invalid.xml")]
    public void Should_give_findings_for_a_faulty_message_and_not_throw(string sample)
    {
        var reading = MessageReader.Read(Standards.Sample(Path.Combine("dialogmelding", "padm2", sample)));

        Assert.NotNull(reading.Message);
        var dialog = DialogReader.Read(reading.Message.BusinessDocument!);
        Assert.NotEmpty(KithSchemas.Validate(reading.Root!).Concat(dialog.Dialog is null ? dialog.Findings : DialogRules.Check(reading.Message.Info, dialog.Dialog)));
    }

    // Senders who break the order of the schema are read all the same, and written in the right order.
    private static XElement Ordered(XElement element) => OfficialSchemas.Errors(element).Count == 0 ? element : Sorted(element);

    private static XElement Sorted(XElement element) =>
        new(element.Name, element.Attributes(), element.HasElements ? element.Elements().Select(Sorted).OrderBy(e => e.Name.ToString(), StringComparer.Ordinal) : element.Nodes());
}
