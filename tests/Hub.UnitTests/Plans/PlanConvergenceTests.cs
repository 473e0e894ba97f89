using FsCheck;
using FsCheck.Fluent;
using Hub.Adapters.Plans;
using Hub.Core.Content;
using Hub.Core.Storage;
using Xunit;

namespace Hub.UnitTests.Plans;

/// <summary>Any systems, any edits, any order: it ends, nothing is overwritten, and everybody shows the latest version.</summary>
public sealed class PlanConvergenceTests
{
    private static readonly string[] Names = ["dignio", "gerica", "dips", "planer"];

    [Fact]
    public void Should_end_with_the_same_version_everywhere_and_every_edit_kept() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(400), Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
        {
            WalkAsync(new Random(seed)).GetAwaiter().GetResult();
            return true;
        }));

    private static async Task WalkAsync(Random random)
    {
        var world = new PlanWorld([.. Names.Take(random.Next(2, 5))], seesDeliveries: random.Next(4) > 0);
        var habits = world.Systems.Keys.ToDictionary(n => n, _ => (SaysBasis: random.Next(2) == 0, Echoes: random.Next(2) == 0, SharesId: random.Next(2) == 0, Form: random.Next(2) == 0 ? "hub.content" : "fhir.careplan"));
        var written = new List<(string System, string Event, SelfTreatmentPlan Plan)>();

        for (var step = random.Next(5, 60); step > 0; step--)
        {
            world.Clock.Now += TimeSpan.FromSeconds(random.Next(1, 90));
            var system = world.Systems.Values.ElementAt(random.Next(world.Systems.Count));
            switch (random.Next(7))
            {
                case 6:
                    await WriteInRegisterAsync(world, system, Text(random), written);
                    break;
                case 0 or 1:
                    Write(world, system, habits[system.Name], Text(random), written);
                    break;
                case 2 or 3:
                    await SendNextAsync(world, system, habits[system.Name].Form);
                    break;
                case 4:
                    Arrive(world, system, habits[system.Name], written);
                    break;
                default:
                    world.Crash = random.Next(8) switch { 0 => 1, 1 => 2, _ => 0 };
                    await world.TickAsync();
                    break;
            }
        }

        world.Crash = 0;
        await SettleDownAsync(world, habits, written);
        await MergeAsync(world);
        await SettleDownAsync(world, habits, written);

        await EveryEditIsKeptAsync(world, written);
        await EverybodyShowsTheLatestAsync(world);
    }

    // The user of a system writes on what the system shows.
    private static void Write(PlanWorld world, PlanSystem system, (bool SaysBasis, bool Echoes, bool SharesId, string Form) habit, string text, List<(string, string, SelfTreatmentPlan)> written)
    {
        var plan = Plans.Saying(text) with
        {
            PlanId = habit.SharesId && system.Shown is { Origin: not "own" } shown ? shown.PlanId : $"plan-of-{system.Name}",
            Version = ++system.Written,
            Time = new ClinicalTime(world.Clock.Now),
            BasedOn = habit.SaysBasis ? system.Shown is { Origin: not "own" } from ? $"{from.PlanId}/{from.Version}" : system.Shown?.BasedOn : null,
        };
        system.Outbox.Enqueue(($"{system.Name}-{system.Written}", plan));
        written.Add((system.Name, $"{system.Name}-{system.Written}", plan));
        // Until it is told otherwise it names what its own version stands on.
        system.Shown = plan with { Origin = "own" };
    }

    // A user of a system reads the register through its FHIR face and writes there, before what is on its way has come to the system.
    private static async Task WriteInRegisterAsync(PlanWorld world, PlanSystem system, string text, List<(string, string, SelfTreatmentPlan)> written)
    {
        if (await world.HistoryAsync() is not [var latest, ..] || !world.SeesDeliveries)
            return;
        var plan = Plans.Saying(text) with { PlanId = latest.Key, Version = 0, Time = new ClinicalTime(world.Clock.Now), BasedOn = $"{latest.Key}/{latest.Number}" };
        var (verdict, _) = await world.Register.TakeAsync(new PlanEdit(system.Name, $"{system.Name}-face-{++system.Written}", system.Name, PlanWorld.Line, plan), waits: true, default);
        if (verdict is not PlanVerdict.Next next)
            return;
        written.Add((system.Name, $"{system.Name}-face-{system.Written}", plan));
        system.Shown = plan with { Version = next.Number };
    }

    private static async Task SendNextAsync(PlanWorld world, PlanSystem system, string form)
    {
        if (!system.Outbox.TryPeek(out var next))
            return;
        await world.SendAsync(system.Name, next.Event, next.Plan, form);
        system.Outbox.Dequeue();
    }

    private static void Arrive(PlanWorld world, PlanSystem system, (bool SaysBasis, bool Echoes, bool SharesId, string Form) habit, List<(string, string, SelfTreatmentPlan)> written)
    {
        var waiting = system.Lane.Count;
        world.Deliver(system.Name);
        if (waiting == 0 || !habit.Echoes)
            return;
        // Some systems send whatever changes in them, also what they were just told.
        world.Clock.Now += TimeSpan.FromSeconds(1);
        var echo = system.Shown! with { Version = ++system.Written, Time = new ClinicalTime(world.Clock.Now), Origin = null, BasedOn = habit.SaysBasis ? $"{system.Shown!.PlanId}/{system.Shown.Version}" : null };
        system.Outbox.Enqueue(($"{system.Name}-{system.Written}", echo));
        written.Add((system.Name, $"{system.Name}-{system.Written}", echo));
    }

    private static async Task SettleDownAsync(PlanWorld world, Dictionary<string, (bool SaysBasis, bool Echoes, bool SharesId, string Form)> habits, List<(string, string, SelfTreatmentPlan)> written)
    {
        for (var round = 0; round < 200; round++)
        {
            world.Clock.Now += TimeSpan.FromSeconds(2);
            foreach (var system in world.Systems.Values)
            {
                while (system.Outbox.Count > 0)
                    await SendNextAsync(world, system, habits[system.Name].Form);
                while (system.Lane.Count > 0)
                    Arrive(world, system, habits[system.Name], written);
            }

            await world.TickAsync();
            if (world.Systems.Values.All(s => s.Outbox.Count == 0 && s.Lane.Count == 0) && world.Records.Latest.All(r => r.Due is null || r.Kind == RecordKinds.PlanConflict))
                return;
        }

        Assert.Fail("It goes on and on.");
    }

    private static async Task MergeAsync(PlanWorld world)
    {
        var open = await world.ConflictsAsync();
        if (open.Count == 0)
            return;
        world.Clock.Now += TimeSpan.FromSeconds(5);
        var latest = (await world.HistoryAsync())[0];
        var text = string.Join(" og ", open.Select(c => c.Conflict.Edit.Plan.Description).Prepend(latest.Edit.Plan.Description));
        var merged = Plans.Saying(text) with { PlanId = latest.Key, Version = 0, Time = new ClinicalTime(world.Clock.Now), BasedOn = $"{latest.Key}/{latest.Number}" };
        var (verdict, _) = await world.Register.SettleAsync(latest.Key, new PlanEdit("treater", "merge", "treater", PlanWorld.Line, merged), [.. open.Select(c => c.Record.Key)], default);
        Assert.IsType<PlanVerdict.Next>(verdict);
        Assert.Empty(await world.ConflictsAsync());
    }

    private static async Task EveryEditIsKeptAsync(PlanWorld world, List<(string System, string Event, SelfTreatmentPlan Plan)> written)
    {
        var history = await world.HistoryAsync();
        var kept = history.Concat((await world.ConflictsAsync(open: false)).Select(c => c.Conflict)).ToArray();
        Assert.All(written, w => Assert.True(kept.Any(v => (v.Edit.Origin == w.System && v.Edit.Event == w.Event) || PlanMeaning.IsSame(v.Edit.Plan, w.Plan)), w.Event));
        Assert.Equal(Enumerable.Range(1, history.Count).Reverse(), history.Select(v => v.Number));
        Assert.All(history, v => Assert.Equal(v.Number - 1, v.BasedOn));
        Assert.Equal(history.Count, world.Told);
        Assert.True(history.Count <= written.Count + 1);
    }

    private static async Task EverybodyShowsTheLatestAsync(PlanWorld world)
    {
        var history = await world.HistoryAsync();
        if (history.Count == 0)
            return;
        Assert.Single(await world.Register.Shelf.OfPatientAsync(PlanWorld.Line.Id, default));
        Assert.All(world.Systems.Values, s => Assert.True(PlanMeaning.IsSame(history[0].Edit.Plan, s.Shown!), $"{s.Name} shows '{s.Shown?.Description}', the latest says '{history[0].Edit.Plan.Description}'"));
    }

    // Few words, so that systems also write the same by chance, and go back to what was.
    private static string Text(Random random) => $"tekst {random.Next(5)}";
}
