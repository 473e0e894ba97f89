using System.Text.Json.Nodes;
using System.Xml.Linq;
using Hub.Adapters.Ebxml.Reading;
using Hub.Kith.MsgHead;
using Hub.UnitTests.Mappings;
using Xunit;

namespace Hub.UnitTests.Clinical;

/// <summary>What comes in is read whole, and what is read can be mapped on.</summary>
public sealed class ReaderTests
{
    public static TheoryData<string> Samples()
    {
        var root = Environment.GetEnvironmentVariable("HUB_STANDARDS");
        if (string.IsNullOrEmpty(root))
            return new TheoryData<string>("");
        var files = new[] { "plo", "dialogmelding" }.SelectMany(f => Directory.EnumerateFiles(Path.Combine(root, "samples", f), "*.xml", SearchOption.AllDirectories));
        return new TheoryData<string>(files.Where(f => Business(File.ReadAllBytes(f)) is not null).Select(f => Path.GetRelativePath(root, f)).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void Should_drop_no_text_and_no_code_of_the_official_samples(string sample)
    {
        Assert.SkipWhen(sample.Length == 0, "HUB_STANDARDS is not set: the official samples are not part of the repository.");
        var bytes = File.ReadAllBytes(Path.Combine(Environment.GetEnvironmentVariable("HUB_STANDARDS")!, sample));
        var lost = Lost(bytes);
        Assert.True(lost.Count == 0, string.Join(" | ", lost.Take(10)));
    }

    [Fact]
    public void Should_read_back_everything_that_the_mappings_write()
    {
        foreach (var mapping in new[] { "plo.helseopplysninger-lege", "plo.helseopplysninger", "plo.utskrivningsrapport", "plo.orientering-tjenestetilbud", "dialog.helsefaglig", "dialog.notat" })
        {
            var bytes = MappingBench.Map(mapping, SampleLetters.Handover).Document!.Body;
            Assert.Empty(Lost(bytes));
            Assert.Equal(mapping.StartsWith("dialog.", StringComparison.Ordinal) ? 1 : 2, Read(bytes).Content.Attachments.Count);
        }
    }

    [Fact]
    public void Should_pause_the_follow_up_by_a_message_as_it_is_read()
    {
        var reading = Read(SampleClinical.Document);
        Assert.Equal("13116900216", reading.Patient.Id.Value);
        var told = JsonNode.Parse(MappingBench.Map("dho.followup", reading.Content).Document!.Body.Span)!;
        Assert.Equal("paused", (string?)told["state"]);
        Assert.Equal("2026-03-01T06:55:00+01:00", (string?)told["effectiveAt"]);
    }

    [Fact]
    public void Should_reach_journal_and_receipt_as_it_is_read()
    {
        var content = Read(MappingBench.Map("plo.utskrivningsrapport", SampleLetters.Handover).Document!.Body).Content;
        Assert.Empty(MappingBench.Map("journal.clinical", content).Errors);
        Assert.Empty(MappingBench.Map("kith.apprec", content).Errors);
    }

    private static ClinicalReading Read(ReadOnlyMemory<byte> bytes) => ClinicalMessageReader.Read(bytes, MessageReader.Read(bytes).Message!.Info);

    private static XElement? Business(ReadOnlyMemory<byte> bytes) => MessageReader.Read(bytes).Message?.BusinessDocument;

    // Every text and every coded value of the business document, looked up in what was read; technical ids of components are no content.
    private static IReadOnlyList<string> Lost(ReadOnlyMemory<byte> bytes)
    {
        var content = Read(bytes).Content;
        var held = string.Join('\n', content.Entries.SelectMany(e => e.Path.Append(e.Text).Append(e.Remark).Append(e.Code?.Code).Append(e.Code?.Display))
            .Concat(content.Facts.SelectMany(f => new[] { f.Name, f.Code?.Code, f.Code?.Display, f.Value })).Append(content.Dispatch));
        var flat = Flat(held);
        var business = Business(bytes)!;
        var texts = business.DescendantsAndSelf().SelectMany(e => e.Nodes().OfType<XText>()).Select(t => t.Value);
        var codes = business.DescendantsAndSelf().Where(e => e.Name.NamespaceName != "http://www.w3.org/1999/xhtml").Attributes().Where(a => a.Name.LocalName is "V" or "DN" or "OT" or "U").Select(a => a.Value);
        return [.. texts.Concat(codes).SelectMany(t => t.Split('\n')).Select(Flat).Where(t => t.Length > 0 && !flat.Contains(t, StringComparison.Ordinal))];
    }

    private static string Flat(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
