using Hub.Core.Errors;
using Hub.Core.Lookups;
using Hub.Core.Tenants;
using Hub.Host.Lookups;
using Xunit;

namespace Hub.UnitTests.Lookups;

/// <summary>Asking partners while somebody waits.</summary>
public sealed class LookupDeskTests
{
    private static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(60);

    [Fact]
    public async Task Should_give_what_every_partner_has()
    {
        await using var bench = new DeskBench(null, "dignio", "tellu");

        var result = await bench.Desk.AskAsync(bench.Tenant, DeskBench.Question(), cancel: TestContext.Current.CancellationToken);

        Assert.Equal(["dignio", "tellu"], result.Partners.Select(p => p.Partner));
        Assert.Equal(2, result.Findings.Count());
        Assert.True(result.Complete);
    }

    [Fact]
    public async Task Should_say_who_did_not_answer_beside_what_the_others_have()
    {
        await using var bench = new DeskBench(null, "dignio", "tellu");
        var fine = bench.Adapter.Answer;
        bench.Adapter.Answer = (partner, q, c) => partner.Name == "tellu" ? Task.FromResult<Result<LookupAnswer>>(LookupErrors.Failed.At()) : fine(partner, q, c);

        var result = await bench.Desk.AskAsync(bench.Tenant, DeskBench.Question());

        Assert.Single(result.Findings);
        Assert.Equal(("tellu", LookupErrors.Failed.Code), result.Errors.Select(e => (e.Partner, e.Error.Code)).Single());
        Assert.False(result.Complete);
        Assert.True(result.AnyAnswered);
    }

    [Fact]
    public async Task Should_not_wait_longer_than_the_deadline_for_a_partner_that_heeds_none()
    {
        await using var bench = new DeskBench();
        var held = new TaskCompletionSource<Result<LookupAnswer>>();
        bench.Adapter.Answer = (_, _, _) => held.Task;

        var result = await bench.Desk.AskAsync(bench.Tenant, DeskBench.Question(), new LookupTerms { Deadline = Soon });

        Assert.Equal(LookupErrors.TimedOut.Code, result.Errors.Single().Error.Code);
        held.SetResult(LookupErrors.TimedOut.At());
    }

    [Fact]
    public async Task Should_turn_an_adapters_defect_into_an_error_of_its_partner_alone()
    {
        await using var bench = new DeskBench(null, "dignio", "tellu");
        var fine = bench.Adapter.Answer;
        bench.Adapter.Answer = (partner, q, c) => partner.Name == "tellu" ? throw new InvalidOperationException("13116900216") : fine(partner, q, c);

        var result = await bench.Desk.AskAsync(bench.Tenant, DeskBench.Question());

        Assert.Equal(LookupErrors.Failed.Code, result.Errors.Single().Error.Code);
        Assert.DoesNotContain("13116900216", result.Errors.Single().Error.Text, StringComparison.Ordinal);
        Assert.Single(result.Findings);
    }

    [Fact]
    public async Task Should_answer_at_once_while_the_circuit_is_open_and_try_again_when_it_is_time()
    {
        await using var bench = new DeskBench();
        bench.Adapter.Answer = (_, _, _) => Task.FromResult<Result<LookupAnswer>>(LookupErrors.Unreachable.At());
        for (var i = 0; i < 10; i++)
            await bench.Desk.AskAsync(bench.Tenant, DeskBench.Question());
        Assert.Equal(3, bench.Adapter.Asked.Count);

        bench.Adapter.Answer = new AskedAdapter().Answer;
        bench.Time.Now += TimeSpan.FromSeconds(6);
        var result = await bench.Desk.AskAsync(bench.Tenant, DeskBench.Question());

        Assert.True(result.Complete);
        Assert.Equal(4, bench.Adapter.Asked.Count);
    }

    [Fact]
    public async Task Should_wait_longer_between_tries_the_longer_it_lasts()
    {
        await using var bench = new DeskBench();
        bench.Adapter.Answer = (_, _, _) => Task.FromResult<Result<LookupAnswer>>(LookupErrors.Unreachable.At());
        for (var second = 0; second < 120; second++, bench.Time.Now += TimeSpan.FromSeconds(1))
            await bench.Desk.AskAsync(bench.Tenant, DeskBench.Question());

        // 3 that open it (after 0, 1 and 2 s), then after 5, 10, 20, 40 and 60 s.
        Assert.InRange(bench.Adapter.Asked.Count, 6, 8);
    }

    [Fact]
    public async Task Should_not_open_the_circuit_for_patients_who_are_not_known()
    {
        await using var bench = new DeskBench();
        bench.Adapter.Answer = (_, _, _) => Task.FromResult<Result<LookupAnswer>>(LookupErrors.PatientUnknown.At());
        for (var i = 0; i < 10; i++)
            await bench.Desk.AskAsync(bench.Tenant, DeskBench.Question());

        Assert.Equal(10, bench.Adapter.Asked.Count);
        var result = await bench.Desk.AskAsync(bench.Tenant, DeskBench.Question());
        Assert.True(result.NobodyKnowsThePatient);
        Assert.Empty(result.Errors);
    }

    [Fact]
    public async Task Should_ask_no_more_at_once_than_the_partners_window()
    {
        await using var bench = new DeskBench();
        var held = new TaskCompletionSource<Result<LookupAnswer>>();
        bench.Adapter.Answer = (_, _, _) => held.Task;
        var first = Enumerable.Range(0, 2).Select(_ => bench.Desk.AskAsync(bench.Tenant, DeskBench.Question(), new LookupTerms { Fresh = true })).ToArray();

        var third = await bench.Desk.AskAsync(bench.Tenant, DeskBench.Question(), new LookupTerms { Deadline = Soon });

        Assert.Equal(LookupErrors.Busy.Code, third.Errors.Single().Error.Code);
        Assert.Equal(2, bench.Adapter.Asked.Count);
        held.SetResult(DeskBench.Values(DeskBench.Patient, 70));
        Assert.All(await Task.WhenAll(first), r => Assert.True(r.Complete));
    }

    [Fact]
    public async Task Should_use_an_answer_again_for_the_same_question_of_the_same_tenant_only()
    {
        await using var bench = new DeskBench();
        await bench.Desk.AskAsync(bench.Tenant, DeskBench.Question());

        var again = await bench.Desk.AskAsync(bench.Tenant, DeskBench.Question());
        await bench.Desk.AskAsync(bench.Neighbour, DeskBench.Question());
        await bench.Desk.AskAsync(bench.Tenant, DeskBench.Question(DeskBench.Other));
        await bench.Desk.AskAsync(bench.Tenant, new LookupQuery.MeasurementsOf(DeskBench.Patient) { Last = 3 });

        Assert.True(again.Partners[0].Kept);
        Assert.Equal(4, bench.Adapter.Asked.Count);
    }

    [Fact]
    public async Task Should_ask_anew_when_the_time_is_over_the_asker_wants_it_or_something_was_changed()
    {
        await using var bench = new DeskBench();
        await bench.Desk.AskAsync(bench.Tenant, DeskBench.Question());
        await bench.Desk.AskAsync(bench.Tenant, DeskBench.Question(), new LookupTerms { Fresh = true });
        bench.Time.Now += TimeSpan.FromSeconds(11);
        await bench.Desk.AskAsync(bench.Tenant, DeskBench.Question());
        bench.Desk.Forget(bench.Tenant.Name, DeskBench.Patient);
        await bench.Desk.AskAsync(bench.Tenant, DeskBench.Question());

        Assert.Equal(4, bench.Adapter.Asked.Count);
    }

    [Fact]
    public async Task Should_keep_no_errors_and_nothing_that_is_incomplete()
    {
        await using var bench = new DeskBench();
        bench.Adapter.Answer = (_, _, _) => Task.FromResult<Result<LookupAnswer>>(DeskBench.Values(DeskBench.Patient, 72) with { Complete = false });
        await bench.Desk.AskAsync(bench.Tenant, DeskBench.Question());
        var again = await bench.Desk.AskAsync(bench.Tenant, DeskBench.Question());

        Assert.Equal(2, bench.Adapter.Asked.Count);
        Assert.Equal(["dignio"], again.Cut);
    }

    [Fact]
    public async Task Should_keep_no_more_than_the_settings_give_room_for()
    {
        await using var bench = new DeskBench(new LookupSettings { KeepBytes = 100_000, KeepEntries = 20 });
        bench.Adapter.Answer = (_, q, _) => Task.FromResult<Result<LookupAnswer>>(DeskBench.Values(((LookupQuery.MeasurementsOf)q).Patient, 72, 73, 74));
        for (var i = 0; i < 200; i++)
            await bench.Desk.AskAsync(bench.Tenant, new LookupQuery.MeasurementsOf(DeskBench.Patient) { Last = i });

        Assert.InRange(bench.Desk.Kept.Entries, 1, 20);
        Assert.InRange(bench.Desk.Kept.Bytes, 1, 100_000);
    }

    [Fact]
    public async Task Should_keep_nothing_when_the_settings_say_so()
    {
        await using var bench = new DeskBench(new LookupSettings { Keep = TimeSpan.Zero });
        await bench.Desk.AskAsync(bench.Tenant, DeskBench.Question());
        await bench.Desk.AskAsync(bench.Tenant, DeskBench.Question());

        Assert.Equal(2, bench.Adapter.Asked.Count);
        Assert.Equal(0, bench.Desk.Kept.Entries);
    }

    [Fact]
    public async Task Should_close_ways_that_the_configuration_replaced_when_their_last_question_has_ended()
    {
        await using var bench = new DeskBench();
        var held = new TaskCompletionSource<Result<LookupAnswer>>();
        bench.Adapter.Answer = (_, _, _) => held.Task;
        var asking = bench.Desk.AskAsync(bench.Tenant, DeskBench.Question());
        bench.Reload();
        Assert.Equal(0, bench.Adapter.Closed);

        held.SetResult(DeskBench.Values(DeskBench.Patient, 72));
        await asking;

        Assert.Equal(1, bench.Adapter.Closed);
        await bench.Desk.AskAsync(bench.Tenant, DeskBench.Question());
        Assert.Equal(2, bench.Adapter.Opened);
    }

    [Fact]
    public async Task Should_ask_nobody_whom_the_configuration_has_taken_out_meanwhile()
    {
        await using var bench = new DeskBench();
        bench.Reload(bench.Tenant with { Partners = new Dictionary<string, PartnerConfig>() }, bench.Neighbour);

        var answer = Assert.Single((await bench.Desk.AskAsync(bench.Tenant, DeskBench.Question())).Partners).Answer;

        Assert.Equal(LookupErrors.Unreachable.Code, answer.Errors[0].Code);
        Assert.Empty(bench.Adapter.Asked);
    }

    [Fact]
    public async Task Should_ask_by_the_new_configuration_who_still_holds_the_old_one()
    {
        await using var bench = new DeskBench();
        var partner = bench.Tenant.Partners["dignio"] with { Url = new Uri("http://127.0.0.1:10/") };
        bench.Reload(bench.Tenant with { Partners = new Dictionary<string, PartnerConfig> { ["dignio"] = partner } }, bench.Neighbour);
        Uri? asked = null;
        bench.Adapter.Answer = (p, _, _) =>
        {
            asked = p.Url;
            return Task.FromResult<Result<LookupAnswer>>(DeskBench.Values(DeskBench.Patient, 72));
        };

        await bench.Desk.AskAsync(bench.Tenant, DeskBench.Question());

        Assert.Equal(partner.Url, asked);
    }

    [Fact]
    public async Task Should_say_that_nobody_can_be_asked()
    {
        await using var bench = new DeskBench();

        var result = await bench.Desk.AskAsync(bench.Tenant, new LookupQuery.PlansOf(DeskBench.Patient));

        Assert.Empty(result.Partners);
        Assert.False(result.Complete);
        Assert.Empty(bench.Desk.WhoAnswers(bench.Tenant, LookupKind.Plans));
    }
}
