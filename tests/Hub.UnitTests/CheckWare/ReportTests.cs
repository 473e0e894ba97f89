using System.Text;
using Hub.Core.Content;
using Hub.Fhir;
using Hub.Fhir.Json;
using Hub.Fhir.Model;
using Hub.Fhir.Validation;
using Hub.Mappings.Reports;
using Hub.UnitTests.Mappings;
using Xunit;

namespace Hub.UnitTests.CheckWare;

/// <summary>Reports of answered forms.</summary>
public sealed class ReportTests
{
    private static readonly ClinicalTime At = new(new DateTimeOffset(2026, 3, 1, 8, 15, 0, TimeSpan.FromHours(1)));

    private static readonly string[] Names = [QuestionnaireReportMapping.MappingName, ReportDocumentMapping.MappingName];

    [Fact]
    public void Should_hold_our_own_rules_of_fhir()
    {
        foreach (var (name, content) in Forms().SelectMany(f => Names.Select(n => (Name: $"{n}-{f.Name}", f.Content))))
        {
            var read = FhirJson.Read(MappingBench.Map(name.Split('-')[0], content).Document!.Body.Span);
            Assert.True(read.Ok, $"{name}: {string.Join("; ", read.Issues)}");
            Assert.Empty(FhirValidator.Validate(read.Resource!).Where(i => i.Severity == FhirSeverity.Error).Select(i => $"{name}: {i}"));
        }
    }

    [Fact]
    public async Task Should_write_nothing_that_the_oracle_faults()
    {
        var oracle = Environment.GetEnvironmentVariable("HUB_FHIR_ORACLE");
        Assert.SkipWhen(string.IsNullOrEmpty(oracle), "HUB_FHIR_ORACLE is not set: no FHIR validator at hand");
        var folder = Directory.CreateTempSubdirectory("hub-report-");
        try
        {
            foreach (var (name, content) in Forms().Concat(GoldenTests.Envelopes(QuestionnaireReportMapping.MappingName).Select(c => (Name: Path.GetFileName(c.Name), c.Envelope.Content))))
            {
                foreach (var mapping in Names)
                    await File.WriteAllBytesAsync(Path.Combine(folder.FullName, $"{mapping}-{name}.json"), MappingBench.Map(mapping, content).Document!.Body.ToArray(), TestContext.Current.CancellationToken);
            }

            Assert.Equal("", await Oracle.FaultsAsync(oracle!, folder.FullName));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void Should_carry_the_report_as_a_binary_that_the_document_points_to()
    {
        var bundle = Bundle(Long(3));
        var file = bundle.Entry.Select(e => e.Resource).OfType<DocumentReference>().Single();
        var binary = bundle.Entry.Single(e => e.Resource is Binary);
        var pdf = Convert.FromBase64String(((Binary)binary.Resource!).Data!);

        Assert.IsType<Composition>(bundle.Entry[0].Resource);
        Assert.Equal(binary.FullUrl, file.Content[0].Attachment!.Url);
        Assert.Equal(pdf.Length, file.Content[0].Attachment!.Size);
        Assert.StartsWith("%PDF-1.4", Encoding.Latin1.GetString(pdf), StringComparison.Ordinal);
        Assert.Contains(bundle.Entry.Select(e => e.Resource).OfType<QuestionnaireResponse>(), _ => true);
    }

    [Fact]
    public void Should_give_dips_a_transaction_that_makes_nothing_twice()
    {
        var bundle = Read(MappingBench.Map(QuestionnaireReportMapping.MappingName, Long(1), ("documentType", "1999"), ("author", "agb113")));
        var file = (DocumentReference)bundle.Entry[0].Resource!;

        Assert.Equal(BundleType.Transaction, bundle.Type);
        Assert.Equal(["DocumentReference", "QuestionnaireResponse", "Observation"], bundle.Entry.Select(e => e.Request!.Url!));
        Assert.All(bundle.Entry, e => Assert.StartsWith("identifier=", e.Request!.IfNoneExist, StringComparison.Ordinal));
        Assert.Equal(bundle.Entry.Count, bundle.Entry.Select(e => e.Request!.IfNoneExist).Distinct().Count());
        Assert.Equal("1999", file.Type!.Coding[0].Code);
        Assert.Equal("PractitionerRole/agb113", Assert.Single(file.Author).Target);
        Assert.StartsWith("%PDF-1.4", Encoding.Latin1.GetString(Convert.FromBase64String(file.Content[0].Attachment!.Data!)), StringComparison.Ordinal);
        Assert.Contains("\"1050\"", Encoding.UTF8.GetString(MappingBench.Map(QuestionnaireReportMapping.MappingName, Long(1)).Document!.Body.Span), StringComparison.Ordinal);
    }

    [Fact]
    public void Should_break_pages_and_number_them()
    {
        var text = Pdf(Long(120));
        var pages = text.Split("/Type /Page ").Length - 1;

        Assert.InRange(pages, 3, 20);
        Assert.Contains($"(Side {pages} av {pages})", text, StringComparison.Ordinal);
        Assert.All(Enumerable.Range(1, 120), i => Assert.Contains($"Svar nummer {i})", text, StringComparison.Ordinal));
    }

    [Fact]
    public void Should_say_that_the_wording_was_not_sent_and_show_no_other()
    {
        var text = Pdf(new QuestionnaireAnswers("X-1", At, [new AnsweredItem("7", null, [new Answer(Integer: 3)], [])]));

        Assert.Contains("(Sp\\370rsm\\345l 7)", text, StringComparison.Ordinal);
        Assert.Contains("lisensbelagt", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Should_colour_cut_offs_only_where_the_source_did()
    {
        var score = new FormScore(MeasurementKind.FormScore, 14, "Sum", 27) { Thresholds = [new Threshold(Triage.None, new Hub.Core.Content.Quantity(10, "{score}"), new Hub.Core.Content.Quantity(14, "{score}"), "moderat")] };
        const string yellow = "0.98 0.8 0.15 rg";

        Assert.DoesNotContain(yellow, Pdf(new QuestionnaireAnswers("X-1", At, []) { Scores = [score] }), StringComparison.Ordinal);
        Assert.Contains(yellow, Pdf(new QuestionnaireAnswers("X-1", At, []) { Scores = [score with { Thresholds = [score.Thresholds[0] with { Level = Triage.Yellow }] }] }), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_be_taken_by_a_journal_that_takes_documents()
    {
        await using var server = await Hub.Simulators.Gerica.GericaServer.StartAsync();
        await using var sender = Hub.UnitTests.Gerica.SenderBench.Sender(server.Url, auth: null);
        var outcome = await sender.SendAsync([new Hub.Core.Adapters.OutboundItem("key-1", MappingBench.Map(ReportDocumentMapping.MappingName, Long(5)).Document!, 1)], TestContext.Current.CancellationToken);

        Assert.IsType<Hub.Core.Adapters.SendOutcome.Delivered>(outcome.Single());
        Assert.Equal(1, server.Ledger.Count);
    }

    private static string Pdf(HomeContent content) =>
        Encoding.Latin1.GetString(Convert.FromBase64String(Bundle(content).Entry.Select(e => e.Resource).OfType<Binary>().Single().Data!));

    private static Bundle Bundle(HomeContent content) => Read(MappingBench.Map(ReportDocumentMapping.MappingName, content));

    private static Bundle Read(Hub.Core.Mappings.MappingOutcome outcome) => (Bundle)FhirJson.Read(outcome.Document!.Body.Span).Resource!;

    private static QuestionnaireAnswers Long(int questions) => new("X-1", At, [.. Enumerable.Range(1, questions).Select(i => new AnsweredItem($"{i}", $"Spørsmål nummer {i}?", [new Answer(Text: $"Svar nummer {i}")], []))])
    {
        FormTitle = "Et langt skjema",
        Scores = [new FormScore(MeasurementKind.CatScore, 17, null, 40)],
    };

    private static IEnumerable<(string Name, HomeContent Content)> Forms() =>
        [.. SampleContents.All().Where(c => c.Content is QuestionnaireAnswers), ("long", Long(60)), ("bare", new QuestionnaireAnswers("X-1", At, [new AnsweredItem("1", null, [], [])]))];
}
