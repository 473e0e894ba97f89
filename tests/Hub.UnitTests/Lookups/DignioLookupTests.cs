using Hub.Adapters.Dignio;
using Hub.Core.Adapters;
using Hub.Core.Content;
using Hub.Core.Errors;
using Hub.Core.Identities;
using Hub.Core.Lookups;
using Hub.Core.Tenants;
using Hub.Simulators.Dignio;
using Xunit;

namespace Hub.UnitTests.Lookups;

/// <summary>Questions to a Dignio-like system, over the wire to its simulator.</summary>
public sealed class DignioLookupTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Start = new(2026, 2, 1, 0, 0, 0, TimeSpan.FromHours(1));

    private IReadOnlyList<FeedEvent> _story = [];
    private DignioServer _server = null!;
    private ILookup _lookup = null!;

    private Identifier Patient => new(IdentifierSystems.Fnr, _story[0].Person.NationalId);

    public async ValueTask InitializeAsync()
    {
        _story = [.. DignioStory.Tell(7, 3, new DateOnly(2026, 2, 1), 20)];
        _server = await DignioServer.StartAsync();
        _server.Records.Add(_story);
        var tenant = new TenantConfig("larvik", TenantEnvironment.Test, new OrganizationConfig("312229544", null, null), new Dictionary<string, PartnerConfig>(), [], UnroutedPolicy.Keep);
        _lookup = new DignioAdapter().OpenLookup(new PartnerConfig("larvik", "dignio", "dignio") { Url = _server.Url }, new SenderContext(TimeProvider.System, new NoSecrets(), tenant));
    }

    public async ValueTask DisposeAsync()
    {
        await _lookup.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task Should_give_every_value_as_it_would_be_pushed_the_newest_first()
    {
        var told = Of<Measurement>();

        var answer = await AskAsync(new LookupQuery.MeasurementsOf(Patient));

        Assert.True(answer.Complete);
        Assert.Equal(told.Select(e => e.EventId).Order(), answer.Findings.Select(f => f.SourceId).Order());
        Assert.Equal(told.OrderByDescending(e => e.OccurredAt).Select(e => e.OccurredAt), answer.Findings.Select(f => ((Measurement)f.Content).Time.Start));
        var first = answer.Findings[0];
        var same = (Measurement)told.Single(e => e.EventId == first.SourceId).Content;
        Assert.Equal(same.Value, ((Measurement)first.Content).Value);
        Assert.Equal(same.Thresholds.Count, ((Measurement)first.Content).Thresholds.Count);
    }

    [Fact]
    public async Task Should_give_a_period_chosen_kinds_and_the_last_of_each()
    {
        var (from, to) = (Start.AddDays(5), Start.AddDays(9));

        var period = await AskAsync(new LookupQuery.MeasurementsOf(Patient) { From = from, To = to });
        var kinds = Of<Measurement>().Select(e => e.Content.Category!).Distinct().ToArray();
        var one = await AskAsync(new LookupQuery.MeasurementsOf(Patient) { What = [kinds[0]] });
        var last = await AskAsync(new LookupQuery.MeasurementsOf(Patient) { Last = 2 });

        Assert.Equal(Of<Measurement>().Count(e => e.OccurredAt >= from && e.OccurredAt < to), period.Findings.Count);
        Assert.All(one.Findings, f => Assert.Equal(kinds[0], f.Content.Category));
        Assert.All(last.Findings.GroupBy(f => f.Content.Category), g => Assert.Equal(2, g.Count()));
        Assert.True(last.Complete);
    }

    [Fact]
    public async Task Should_say_that_there_is_more_than_was_asked_for()
    {
        var answer = await AskAsync(new LookupQuery.MeasurementsOf(Patient) { Limit = 5 });

        Assert.Equal(5, answer.Findings.Count);
        Assert.False(answer.Complete);
    }

    [Fact]
    public async Task Should_give_forms_and_plans_in_their_versions()
    {
        var forms = await AskAsync(new LookupQuery.AnswersOf(Patient));
        var plan = await AskAsync(new LookupQuery.PlansOf(Patient));
        var plans = await AskAsync(new LookupQuery.PlansOf(Patient) { History = true });

        Assert.Equal(Of<QuestionnaireAnswers>().Count(), forms.Findings.Count);
        Assert.Equal(Of<SelfTreatmentPlan>().Max(e => ((SelfTreatmentPlan)e.Content).Version), ((SelfTreatmentPlan)Assert.Single(plan.Findings).Content).Version);
        Assert.Equal(Of<SelfTreatmentPlan>().Count(), plans.Findings.Count);
    }

    [Theory]
    [InlineData(LookupFault.Unavailable, "HUB-LOOKUP-003")]
    [InlineData(LookupFault.Unauthorized, "HUB-LOOKUP-006")]
    [InlineData(LookupFault.Truncated, "HUB-LOOKUP-004")]
    [InlineData(LookupFault.Page, "HUB-LOOKUP-004")]
    [InlineData(LookupFault.OtherPatient, "HUB-LOOKUP-004")]
    public async Task Should_say_why_there_is_no_answer(LookupFault fault, string code)
    {
        _server.LookupFault = fault;

        var answer = await _lookup.AskAsync(new LookupQuery.MeasurementsOf(Patient), TestContext.Current.CancellationToken);

        Assert.False(answer.IsOk);
        Assert.Equal(code, answer.Errors[0].Code);
        Assert.DoesNotContain(Patient.Value, answer.Errors[0].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_give_up_when_it_is_told_to()
    {
        _server.LookupFault = LookupFault.Silent;
        using var late = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));

        var answer = await _lookup.AskAsync(new LookupQuery.MeasurementsOf(Patient), late.Token);

        Assert.Equal(LookupErrors.TimedOut.Code, answer.Errors[0].Code);
    }

    [Fact]
    public async Task Should_use_the_rest_of_an_answer_and_say_that_it_is_not_all()
    {
        _server.LookupFault = LookupFault.OneBadEvent;

        var answer = await AskAsync(new LookupQuery.MeasurementsOf(Patient));

        Assert.Equal(Of<Measurement>().Count() - 1, answer.Findings.Count);
        Assert.False(answer.Complete);
    }

    [Fact]
    public async Task Should_tell_who_is_not_known_there_from_who_has_no_values()
    {
        var unknown = await _lookup.AskAsync(new LookupQuery.MeasurementsOf(DeskBench.Patient), TestContext.Current.CancellationToken);
        _server.Records.Enrol(DeskBench.Patient.Value);

        Assert.Equal(LookupErrors.PatientUnknown.Code, unknown.Errors[0].Code);
        var empty = await AskAsync(new LookupQuery.MeasurementsOf(DeskBench.Patient));
        Assert.Empty(empty.Findings);
        Assert.True(empty.Complete);
    }

    [Fact]
    public async Task Should_say_that_nobody_answers_at_the_address()
    {
        await _server.DisposeAsync();

        var answer = await _lookup.AskAsync(new LookupQuery.MeasurementsOf(Patient), TestContext.Current.CancellationToken);

        Assert.Equal(LookupErrors.Unreachable.Code, answer.Errors[0].Code);
    }

    private IEnumerable<FeedEvent> Of<T>()
        where T : HomeContent => _story.Where(e => e.Content is T && e.Person.NationalId == Patient.Value).DistinctBy(e => e.EventId);

    private async Task<LookupAnswer> AskAsync(LookupQuery query)
    {
        var answer = await _lookup.AskAsync(query, TestContext.Current.CancellationToken);
        Assert.True(answer.IsOk, answer.IsOk ? "" : answer.Errors[0].ToString());
        return answer.Value;
    }

    private sealed class NoSecrets : ISecretReader
    {
        public Result<string> Read(SecretReference reference) => "secret";

        public Result<byte[]> ReadBytes(SecretReference reference) => Array.Empty<byte>();
    }
}
