using System.Text;
using Hub.Adapters.CheckWare;
using Hub.Core.Adapters;
using Hub.Core.Content;
using Hub.Core.Errors;
using Hub.Core.Identities;
using Hub.Core.Lookups;
using Hub.Core.Tenants;
using Hub.Mappings.Reports;
using Hub.Simulators.CheckWare;
using Hub.Simulators.Dignio;
using Hub.UnitTests.Adapters;
using Hub.UnitTests.Mappings;
using NJsonSchema;
using Xunit;

namespace Hub.UnitTests.CheckWare;

/// <summary>Forms of a CheckWare-like system: schema, story and questions.</summary>
public sealed class CheckWareTests
{
    // Refused for their shape; the other refused cases are refused for what the values mean, which no schema tells.
    private static readonly string[] WrongShape = ["bad-no-patient", "bad-unknown-fields", "bad-truncated"];

    private static readonly DateTimeOffset First = new(2026, 3, 2, 8, 0, 0, TimeSpan.FromHours(1));

    private static readonly IReadOnlyList<SyntheticPerson> Persons = SyntheticPerson.Make(7, 6);

    public static TheoryData<string, bool> Shapes()
    {
        var cases = new TheoryData<string, bool>();
        foreach (var name in GoldenCase.Names("CheckWare").Where(n => n != "batch-some-refused" && !n.StartsWith("lenient-", StringComparison.Ordinal) && n != "bad-truncated"))
        {
            if (WrongShape.Contains(name) || !name.Contains("bad-", StringComparison.Ordinal))
                cases.Add(name, !WrongShape.Contains(name));
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public async Task Should_agree_with_the_schema_on_the_shape(string name, bool valid)
    {
        var schema = await SchemaAsync();

        Assert.Equal(valid, schema.Validate(Encoding.UTF8.GetString(GoldenCase.Input("CheckWare", name))).Count == 0);
    }

    [Fact]
    public async Task Should_read_every_form_of_the_story()
    {
        var schema = await SchemaAsync();
        var forms = CheckWareStory.Tell(3, Persons, First, 12).ToArray();
        foreach (var form in forms)
        {
            var body = CheckWareJson.Write(form);
            Assert.Empty(schema.Validate(Encoding.UTF8.GetString(body)));
            var answers = Read(body);
            Assert.Equal(form.Replaces, answers.Corrects);
            Assert.Equal(form.Answers.Sum(), answers.Scores[0].Value);
        }

        Assert.Superset(new HashSet<string> { "completed", "amended", "withdrawn" }, forms.Select(f => f.Event).ToHashSet());
        Assert.Equal(CheckWareStory.Tell(3, Persons, First, 12).Select(f => f.DeliveryId), forms.Select(f => f.DeliveryId));
    }

    [Fact]
    public async Task Should_make_reports_of_the_story_that_the_oracle_does_not_fault()
    {
        var oracle = Environment.GetEnvironmentVariable("HUB_FHIR_ORACLE");
        Assert.SkipWhen(string.IsNullOrEmpty(oracle), "HUB_FHIR_ORACLE is not set: no FHIR validator at hand");
        var folder = Directory.CreateTempSubdirectory("hub-checkware-");
        try
        {
            foreach (var form in CheckWareStory.Tell(3, Persons, First, 4))
            {
                var outcome = MappingBench.Map(QuestionnaireReportMapping.MappingName, Read(CheckWareJson.Write(form)));
                Assert.DoesNotContain(outcome.Ledger, l => l.IsUnexplained);
                await File.WriteAllBytesAsync(Path.Combine(folder.FullName, $"{form.DeliveryId}.json"), outcome.Document!.Body.ToArray(), TestContext.Current.CancellationToken);
            }

            Assert.Equal("", await Oracle.FaultsAsync(oracle!, folder.FullName));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task Should_find_the_forms_of_a_patient_newest_first_without_what_was_replaced()
    {
        await using var server = await CheckWareServer.StartAsync(new CheckWareServerOptions { Token = "s3cret" });
        var form = new AnsweredForm("cw-1", Persons[0], CheckWareStory.Cat, First, [1, 1, 1, 1, 1, 1, 1, 1]);
        server.Add(form);
        server.Add(form with { DeliveryId = "cw-2", Event = "amended", Replaces = "cw-1", Answers = [2, 1, 1, 1, 1, 1, 1, 1] });
        server.Add(form with { DeliveryId = "cw-3", AssessmentId = "a-3", CompletedAt = First.AddDays(7) });
        server.Add(form with { DeliveryId = "cw-4", AssessmentId = "a-4", CompletedAt = First.AddDays(8) });
        server.Add(form with { DeliveryId = "cw-5", AssessmentId = "a-4", CompletedAt = First.AddDays(8), Event = "withdrawn", Replaces = "cw-4" });
        server.Add(form with { DeliveryId = "other", Person = Persons[1] });
        await using var lookup = Open(server);
        var answer = (await lookup.AskAsync(Question(), CancellationToken.None)).Value;

        Assert.Equal(["cw-3", "cw-2"], answer.Findings.Select(f => f.SourceId));
        Assert.True(answer.Complete);
        Assert.Equal(9, ((QuestionnaireAnswers)answer.Findings[1].Content).Scores[0].Value);
        Assert.Single((await lookup.AskAsync(Question() with { From = First.AddDays(1) }, CancellationToken.None)).Value.Findings);
        Assert.Empty((await lookup.AskAsync(Question() with { FormId = "PHQ-9" }, CancellationToken.None)).Value.Findings);
        Assert.False((await lookup.AskAsync(Question() with { Limit = 1 }, CancellationToken.None)).Value.Complete);
    }

    [Theory]
    [InlineData(503, "HUB-LOOKUP-001")]
    [InlineData(504, "HUB-LOOKUP-002")]
    [InlineData(500, "HUB-LOOKUP-003")]
    [InlineData(302, "HUB-LOOKUP-004")]
    [InlineData(404, "HUB-LOOKUP-005")]
    [InlineData(403, "HUB-LOOKUP-006")]
    public async Task Should_tell_why_it_could_not_ask(int status, string code)
    {
        await using var server = await CheckWareServer.StartAsync();
        server.FailsWith = status;
        await using var lookup = Open(server);

        Assert.Equal(code, Assert.Single((await lookup.AskAsync(Question(), CancellationToken.None)).Errors).Code);
    }

    [Fact]
    public async Task Should_never_take_a_broken_answer_for_an_empty_one()
    {
        await using var server = await CheckWareServer.StartAsync();
        server.Add(new AnsweredForm("cw-1", Persons[0], CheckWareStory.Cat, First, [1, 1, 1, 1, 1, 1, 1, 1]));
        await using var lookup = Open(server);
        server.Garbles = true;
        Assert.Equal("HUB-LOOKUP-004", Assert.Single((await lookup.AskAsync(Question(), CancellationToken.None)).Errors).Code);
        await server.SetDownAsync(true);
        Assert.Equal("HUB-LOOKUP-001", Assert.Single((await lookup.AskAsync(Question(), CancellationToken.None)).Errors).Code);
        await server.SetDownAsync(false);
        server.Garbles = false;
        Assert.Single((await lookup.AskAsync(Question(), CancellationToken.None)).Value.Findings);
        server.Delay = TimeSpan.FromMinutes(1);
        using var deadline = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));
        Assert.Equal("HUB-LOOKUP-002", Assert.Single((await lookup.AskAsync(Question(), deadline.Token)).Errors).Code);
    }

    [Fact]
    public void Should_answer_questions_only_where_it_has_an_address()
    {
        Assert.Empty(new CheckWareAdapter().Answers(new PartnerConfig("larvik", "checkware", "checkware")));
        Assert.Equal([LookupKind.Questionnaires], new CheckWareAdapter().Answers(new PartnerConfig("larvik", "checkware", "checkware") { Url = new Uri("https://forms.example") }));
    }

    private static LookupQuery.AnswersOf Question() => new(new Identifier(IdentifierSystems.Fnr, Persons[0].NationalId));

    private static ILookup Open(CheckWareServer server) => new CheckWareAdapter().OpenLookup(
        new PartnerConfig("larvik", "checkware", "checkware") { Url = server.Url, Auth = new OutboundAuth(OutboundAuthKind.Bearer, new SecretReference("env:X"), null, null, null) },
        new SenderContext(TimeProvider.System, new Secrets(), MappingBench.Context().Tenant));

    private static QuestionnaireAnswers Read(byte[] body)
    {
        var parsed = new CheckWareAdapter().Parse(GoldenCase.Message(body));
        Assert.Empty(parsed.Errors.Concat(parsed.Entries.SelectMany(e => e.Errors)));
        return (QuestionnaireAnswers)parsed.Entries.Single().Events.Single().Content;
    }

    private static Task<JsonSchema> SchemaAsync() => JsonSchema.FromFileAsync(Path.Combine(GoldenCase.Root, "schemas", "checkware-like.delivery.schema.json"), TestContext.Current.CancellationToken);

    private sealed class Secrets : ISecretReader
    {
        public Result<string> Read(SecretReference reference) => "s3cret";
    }
}
