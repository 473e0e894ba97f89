using Hub.Core.Deliveries;
using Hub.Core.Registers;
using Hub.Core.Storage;

namespace Hub.Adapters.Plans;

/// <summary>Which versions of a plan a system has: those it wrote, and those that were delivered to it.</summary>
/// <param name="registers">The hub's registers.</param>
/// <param name="tenant">Tenant.</param>
internal sealed class PlanArrivals(HubRegisters registers, string tenant)
{
    /// <summary>What is known of the version that an edit was made from.</summary>
    /// <param name="history">Every version, newest first.</param>
    /// <param name="edit">The edit.</param>
    /// <param name="named">The version it names; null when it names none.</param>
    /// <param name="now">The time: no clock of another system makes it know what had not come to it.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>The basis; nothing is exact.</returns>
    public async Task<PlanBasis> BasisAsync(IReadOnlyList<SharedVersion> history, PlanEdit edit, int? named, DateTimeOffset now, CancellationToken cancel)
    {
        if (history.Count == 0)
            return new PlanBasis { Named = named };
        var told = await PlanTold.ReadAsync(registers, tenant, history[0].Key, cancel);
        if (named is { } number)
            return new PlanBasis { Named = named, GivenAt = DeliveredAt(await DeliveryAsync(told, number, edit.Origin, cancel)) };
        var at = edit.Plan.Time.Start < now ? edit.Plan.Time.Start : now;
        var own = history.Where(v => v.Edit.Origin == edit.Origin && v.Edit.Plan.Time.Start <= at).MaxBy(v => v.Edit.Plan.Time.Start);
        var given = await GivenAsync(history, told, edit.Origin, at, cancel);
        return new PlanBasis { Held = own is null || given.At > own.Edit.Plan.Time.Start ? given.Number : own.Number };
    }

    /// <summary>Whether the writer of a version shows it. It does not when an earlier one came to it after it had written, or is still on its way: then it must get its own version too, or it would end with the earlier.</summary>
    /// <param name="told">What was told.</param>
    /// <param name="version">The version.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>True when the version need not go to its writer.</returns>
    public async Task<bool> IsShownAsync(PlanTold told, SharedVersion version, CancellationToken cancel)
    {
        foreach (var number in told.Messages.Keys.Where(n => n < version.Number).OrderDescending())
        {
            // A lane keeps its order: the latest that was delivered is the last that came.
            if (await DeliveryAsync(told, number, version.Edit.Origin, cancel) is { Row.State: not DeliveryState.Discarded } delivery)
                return DeliveredAt(delivery) is { } arrived && arrived <= version.Edit.Plan.Time.Start;
        }

        return true;
    }

    // What came in the very moment in which the edit was written was hardly read by the one who wrote.
    private async Task<(int Number, DateTimeOffset At)> GivenAsync(IReadOnlyList<SharedVersion> history, PlanTold told, string partner, DateTimeOffset before, CancellationToken cancel)
    {
        foreach (var version in history)
        {
            if (DeliveredAt(await DeliveryAsync(told, version.Number, partner, cancel)) is { } arrived && arrived < before)
                return (version.Number, arrived);
        }

        return (0, DateTimeOffset.MinValue);
    }

    private async Task<DeliveryView?> DeliveryAsync(PlanTold told, int number, string partner, CancellationToken cancel) =>
        registers.Messages is { } messages && told.Messages.TryGetValue(number, out var message)
            ? (await messages.FindAsync(message, tenant, cancel))?.Deliveries.LastOrDefault(d => d.Row.Partner == partner)
            : null;

    private static DateTimeOffset? DeliveredAt(DeliveryView? delivery) => delivery is { Row.State: DeliveryState.Delivered }
        ? delivery.Events.LastOrDefault(e => e.Kind is DeliveryEventKind.Delivered or DeliveryEventKind.Receipt)?.At
        : null;
}
