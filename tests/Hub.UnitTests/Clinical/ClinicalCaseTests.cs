using System.Text;
using System.Xml.Linq;
using Hub.Core.Content;
using Hub.Core.Mappings;
using Hub.Kith.MsgHead;
using Hub.Kith.Schemas;
using Hub.Mappings.Ledger;
using Hub.Mappings.Letters;
using Hub.Mappings.Messages;
using Hub.Mappings.SelfPlan;
using Hub.UnitTests.Kith;
using Hub.UnitTests.Mappings;
using Xunit;

namespace Hub.UnitTests.Clinical;

/// <summary>What the clinical mappings write: valid, complete, and readable by the receiver.</summary>
public sealed class ClinicalCaseTests
{
    private static readonly string[] Names = ["plo.helseopplysninger-lege", "plo.helseopplysninger", "plo.utskrivningsrapport", "plo.orientering-tjenestetilbud", "dialog.helsefaglig", "dialog.notat"];

    public static TheoryData<string> Mappings() => new(Names);

    [Theory]
    [MemberData(nameof(Mappings))]
    public void Should_write_documents_that_the_schemas_take(string mapping)
    {
        var written = Written(mapping).ToArray();
        Assert.NotEmpty(written);
        Assert.All(written, w => Assert.Empty(KithSchemas.Validate(w.Document.Body).Select(f => $"{w.Name}: {f}")));
    }

    [Theory]
    [MemberData(nameof(Mappings))]
    public void Should_say_every_line_that_was_to_be_said(string mapping)
    {
        foreach (var (name, content, document) in Written(mapping))
        {
            var letter = LetterOf(content);
            Assert.NotEmpty(letter.Sections);
            var missing = LetterCheck.Missing(letter, document.Body);
            Assert.True(missing.Count == 0, $"{name}: {string.Join(" | ", missing)}");
        }
    }

    [Theory]
    [MemberData(nameof(Mappings))]
    public void Should_notice_a_line_that_got_lost(string mapping)
    {
        var (_, content, document) = Written(mapping).First();
        var letter = LetterOf(content);
        Assert.Equal("en linje til", Assert.Single(LetterCheck.Missing(letter with { Sections = [.. letter.Sections, new LetterSection(LetterTopic.Other, null, "en linje til")] }, document.Body)));
    }

    [Theory]
    [MemberData(nameof(Mappings))]
    public void Should_address_sender_receiver_and_patient(string mapping)
    {
        var (_, _, document) = Written(mapping).First();
        var info = MessageReader.Read(document.Body).Message!.Info;
        Assert.Equal(("8094866", "8094867"), (info.Sender.Address.Enterprise, info.Sender.Address.Service));
        Assert.Equal(("59", "43"), (info.Receiver.Address.Enterprise, info.Receiver.Address.Service));
        Assert.Equal("13116900216", info.Patient!.IdOf("FNR"));
        Assert.Equal(("Line", "Danser"), (info.Patient.GivenName, info.Patient.FamilyName));
        Assert.Equal("2026-03-01T08:16:30+01:00", info.GenDate.V);
        Assert.True(Guid.TryParse(info.MsgId, out _));
        Assert.Equal(info.MsgId, document.DocumentId);
        Assert.Equal(info.Type.V, document.Properties[MessageProperties.Action]);
    }

    [Theory]
    [MemberData(nameof(Mappings))]
    public void Should_have_a_case_for_every_kind_that_the_official_schemas_take(string mapping)
    {
        var cases = GoldenTests.Envelopes(mapping).ToArray();
        Assert.Empty(MappingBench.Catalogue.Find(mapping)!.Accepts.Except(cases.Select(c => c.Envelope.Content.Kind)));
        foreach (var (name, envelope) in cases)
        {
            var outcome = MappingBench.Catalogue.Find(mapping)!.Map(envelope, MappingBench.Context());
            Assert.DoesNotContain(outcome.Ledger, l => l.IsUnexplained);
            Assert.Empty(KithSchemas.Validate(outcome.Document!.Body).Select(f => $"{name}: {f}"));
            if (Standards.Root is not null)
                Assert.Empty(OfficialSchemas.Errors(XDocument.Load(new MemoryStream(outcome.Document.Body.ToArray())).Root!).Select(e => $"{name}: {e}"));
        }
    }

    [Fact]
    public void Should_say_a_thing_once_and_no_address_of_a_code_system()
    {
        foreach (var content in new HomeContent[] { SampleLetters.Handover, SampleContents.All().Single(c => c.Name == "alert-Closed-Red").Content })
        {
            var text = string.Join('\n', LetterOf(content).Sections.Select(s => s.Written));
            Assert.DoesNotContain("http", text, StringComparison.Ordinal);
            Assert.DoesNotContain("13645005 KOLS", text, StringComparison.Ordinal);
            Assert.DoesNotContain("Egenbehandlingsplan\nEgenbehandlingsplan", text, StringComparison.Ordinal);
        }

        var dialog = MessageReader.Read(MappingBench.Map("dialog.helsefaglig", SampleLetters.Note).Document!.Body).Message!.BusinessDocument!.Value;
        Assert.Equal(2, dialog.Split("SYKEPLEIESAMMENFATNING").Length);
    }

    [Fact]
    public void Should_send_the_plan_as_paper_and_as_data()
    {
        var document = MappingBench.Map("plo.helseopplysninger-lege", SelfPlan.SamplePlans.Copd).Document!;
        var files = Attachments.Of(MessageReader.Read(document.Body).Message!).Attachments;
        Assert.Equal(["application/pdf", "application/xml"], files.Select(f => f.MimeType));
        Assert.Equal("%PDF", Encoding.ASCII.GetString(files[0].Bytes!.Value.Span[..4]));
        Assert.Equal(System.Text.Json.JsonSerializer.Serialize(SelfPlan.SamplePlans.Copd), System.Text.Json.JsonSerializer.Serialize(PlanXml.Read(files[1].Bytes!.Value)));
    }

    [Theory]
    [InlineData("pdf", 1)]
    [InlineData("none", 0)]
    [InlineData("pdf+xml", 2)]
    public void Should_send_the_files_that_the_partner_takes(string option, int files)
    {
        foreach (var mapping in new[] { "plo.helseopplysninger-lege", "dialog.helsefaglig" })
        {
            var document = MappingBench.Map(mapping, SelfPlan.SamplePlans.Copd, ("attachments", option)).Document!;
            Assert.Equal(files, Attachments.Of(MessageReader.Read(document.Body).Message!).Attachments.Count);
        }
    }

    [Theory]
    [InlineData("plo.helseopplysninger", "HUB-KITH-006", "9145")]
    [InlineData("plo.utskrivningsrapport", "HUB-KITH-006", "PROB")]
    public void Should_name_the_heading_that_is_missing(string mapping, string code, string heading)
    {
        var outcome = MappingBench.Map(mapping, SampleLetters.Note);
        Assert.Null(outcome.Document);
        Assert.Contains(outcome.Errors, e => e.Code == code && e.Text.Contains(heading, StringComparison.Ordinal));
    }

    [Fact]
    public void Should_make_nothing_without_services_name_or_responsible()
    {
        Assert.Equal("HUB-KITH-007", Assert.Single(MappingBench.Map("plo.orientering-tjenestetilbud", SampleLetters.Handover with { Services = [] }).Errors).Code);
        Assert.Equal("HUB-KITH-005", Assert.Single(MappingBench.Map("dialog.helsefaglig", SampleLetters.Trend with { Author = null }).Errors).Code);
        Assert.Empty(MappingBench.Map("dialog.helsefaglig", SampleLetters.Trend with { Author = null }, ("responsible", "Ola Leder")).Errors);
        var nameless = MappingBench.Catalogue.Find("dialog.notat")!.Map(MappingBench.Envelope(SampleLetters.Note, MappingBench.Patient with { Name = "Line" }), MappingBench.Context());
        Assert.Equal("HUB-KITH-003", Assert.Single(nameless.Errors).Code);
    }

    [Fact]
    public void Should_name_all_that_the_tenant_file_lacks_at_once()
    {
        var context = MappingBench.Context();
        var bare = context with { Tenant = context.Tenant with { Messaging = null }, Target = context.Target with { Her = null } };
        var outcome = MappingBench.Catalogue.Find("plo.helseopplysninger-lege")!.Map(MappingBench.Envelope(SampleLetters.Note), bare);
        Assert.Equal(["HUB-KITH-001", "HUB-KITH-002"], outcome.Errors.Select(e => e.Code));
        var silent = context with { Tenant = context.Tenant with { Messaging = context.Tenant.Messaging! with { Phone = null } } };
        Assert.Equal("HUB-KITH-004", Assert.Single(MappingBench.Catalogue.Find("plo.helseopplysninger-lege")!.Map(MappingBench.Envelope(SampleLetters.Note), silent).Errors).Code);
    }

    [Fact]
    public void Should_refer_to_the_dialogue_that_the_source_names()
    {
        var first = "5f0d4a7e-6f7b-4f0a-9f64-0a2f64b1c111";
        var before = "5f0d4a7e-6f7b-4f0a-9f64-0a2f64b1c222";
        Assert.Equal(new ConversationRef(first, first), Reference($"conversation:{first}"));
        Assert.Equal(new ConversationRef(before, first), Reference($"conversation:{first}/{before}"));
        Assert.Null(Reference("alert-77"));
        ConversationRef? Reference(string correlation)
        {
            var envelope = MappingBench.Envelope(SampleLetters.Note) with { Correlation = correlation };
            return MessageReader.Read(MappingBench.Catalogue.Find("dialog.helsefaglig")!.Map(envelope, MappingBench.Context()).Document!.Body).Message!.Info.ConversationRef;
        }
    }

    [Fact]
    public void Should_write_line_breaks_that_survive_parsers()
    {
        var text = Encoding.UTF8.GetString(MappingBench.Map("plo.helseopplysninger-lege", SampleLetters.Note).Document!.Body.Span);
        Assert.Contains("Ringt pasienten.&#xD;\nNy måling", text.Replace("&#xA;", "\n", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    private static IEnumerable<(string Name, HomeContent Content, OutboundDocument Document)> Written(string mapping)
    {
        foreach (var (name, content) in SampleLetters.All().Where(c => MappingBench.Catalogue.Find(mapping)!.Accepts.Contains(c.Content.Kind)))
        {
            var outcome = MappingBench.Map(mapping, content, ("responsible", "Ola Leder"));
            if (outcome.Errors.All(e => e.Code == "HUB-KITH-006") && outcome.Errors.Count > 0)
                continue;
            Assert.True(outcome.Errors.Count == 0, $"{name}: {string.Join("; ", outcome.Errors)}");
            yield return (name, content, outcome.Document!);
        }
    }

    private static Letter LetterOf(HomeContent content) => LetterWriting.Of(content, new MappingLedger(MappingBench.Envelope(content)))!;
}
