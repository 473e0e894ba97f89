using System.Text;
using System.Text.RegularExpressions;
using Hub.Core.Content;
using Hub.Core.Identities;
using Hub.Core.Mappings;
using Xunit;

namespace Hub.UnitTests.Mappings;

/// <summary>Nothing is lost: whatever a content has in it is in the document, or the ledger says why not. A property added to a content fails here until every mapping knows it.</summary>
public sealed partial class LedgerTests
{
    /// <summary>Every mapping with every kind that it takes.</summary>
    public static TheoryData<string, string> Pairs()
    {
        var pairs = new TheoryData<string, string>();
        foreach (var mapping in MappingBench.Catalogue.All)
        {
            foreach (var kind in mapping.Accepts.Order())
                pairs.Add(mapping.Name, TypeOf(kind).Name);
        }

        return pairs;
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Should_account_for_every_property_of_the_content(string mapping, string kind)
    {
        var filled = new FilledContent();
        var outcome = Map(mapping, kind, filled);

        var unexplained = filled.Paths.Where(p => !p.Contains('.')).Where(p => outcome.Ledger.All(l => l.Source != p && !l.Source.StartsWith($"{p}.", StringComparison.Ordinal)));
        Assert.Empty(unexplained);
        Assert.DoesNotContain(outcome.Ledger, l => l.IsUnexplained);
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Should_carry_every_text_and_number_that_the_ledger_does_not_leave_out(string mapping, string kind)
    {
        var filled = new FilledContent();
        var outcome = Map(mapping, kind, filled);
        var document = Written(outcome.Document!);

        var leftOut = outcome.Ledger.Where(l => l.Target is null).Select(l => l.Source).ToArray();
        var lost = filled.Markers.Where(m => !document.Contains(m.Marker, StringComparison.Ordinal) && !document.Contains(Convert.ToBase64String(Encoding.UTF8.GetBytes(m.Marker)), StringComparison.Ordinal) && !leftOut.Any(l => m.Path == l || m.Path.StartsWith($"{l}.", StringComparison.Ordinal)));
        Assert.Empty(lost);
    }

    [Fact]
    public void Should_begin_the_ledger_with_what_the_parser_left_out()
    {
        var envelope = MappingBench.Envelope(SampleMeasurements.Plain(MeasurementKind.HeartRate)) with { LeftOut = [new LeftOut("$.battery", "no place")], Correlation = "c" };
        var outcome = MappingBench.For(ContentKind.Measurement).Map(envelope, MappingBench.Context());

        Assert.Equal(new LedgerEntry("$.battery", null, "no place"), outcome.Ledger[0]);
        Assert.Contains(outcome.Ledger, l => l is { Source: "Correlation", Target: null, Reason: not null });
    }

    [Fact]
    public void Should_leave_out_the_name_where_the_tenant_says_so()
    {
        var envelope = MappingBench.Envelope(SampleMeasurements.Plain(MeasurementKind.HeartRate));
        var outcome = MappingBench.For(ContentKind.Measurement).Map(envelope, MappingBench.Context(("patientName", "omit")));

        Assert.DoesNotContain("Line Danser", Encoding.UTF8.GetString(outcome.Document!.Body.Span), StringComparison.Ordinal);
        Assert.Contains(outcome.Ledger, l => l is { Source: "Patient.Name", Target: null });
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Should_refuse_a_patient_without_national_id(string mapping, string kind)
    {
        var content = new FilledContent().Build(TypeOf(kind));
        var patient = new Patient(new Identifier("http://cosdoc.dips.no/lopenummer", "77"), null, []);
        var outcome = MappingBench.Catalogue.Find(mapping)!.Map(MappingBench.Envelope(content, patient), MappingBench.Context());

        // A receipt names no patient.
        if (mapping == "kith.apprec")
            return;
        Assert.Null(outcome.Document);
        Assert.Contains("HUB-MAP-001", outcome.Errors.Select(e => e.Code));
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Should_write_the_same_bytes_every_time(string mapping, string kind)
    {
        var content = new FilledContent().Build(TypeOf(kind));

        Assert.Equal(MappingBench.Map(mapping, content).Document!.Body.ToArray(), MappingBench.Map(mapping, content).Document!.Body.ToArray());
    }

    private static MappingOutcome Map(string mapping, string kind, FilledContent filled)
    {
        var outcome = MappingBench.Map(mapping, filled.Build(TypeOf(kind)));
        Assert.Empty(outcome.Errors);
        return outcome;
    }

    // Numbers stand with a comma in words, and files as base64.
    private static string Written(OutboundDocument document)
    {
        var text = Encoding.UTF8.GetString(document.Body.Span).Replace("\\u002B", "+", StringComparison.Ordinal);
        var files = Base64().Matches(text).Select(m => Encoding.Latin1.GetString(Convert.FromBase64String(m.Groups[1].Value)));
        return string.Join('\n', files.Prepend(text));
    }

    [GeneratedRegex("(?:Base64Container[^>]*>|<innhold>|\"data\":\")([A-Za-z0-9+/=]+)[<\"]")]
    private static partial Regex Base64();

    private static Type TypeOf(ContentKind kind) => typeof(HomeContent).Assembly.GetTypes()
        .Single(t => t.IsSubclassOf(typeof(HomeContent)) && ((HomeContent)System.Runtime.CompilerServices.RuntimeHelpers.GetUninitializedObject(t)).Kind == kind);

    private static Type TypeOf(string kind) => typeof(HomeContent).Assembly.GetTypes().Single(t => t.Name == kind && t.IsSubclassOf(typeof(HomeContent)));
}
