using Hub.Core.Intake;
using Hub.Core.Registers;
using Hub.Core.Storage;

namespace Hub.Adapters.Plans;

/// <summary>Tells new versions of a plan to everybody else, through the intake, in order.</summary>
/// <param name="registers">The hub's registers.</param>
/// <param name="partner">The partner that stands for the register: its name and tenant.</param>
/// <param name="time">The clock.</param>
internal sealed class PlanTelling(HubRegisters registers, Core.Tenants.PartnerConfig partner, TimeProvider time)
{
    private readonly PlanRegister _register = new(registers, partner.Tenant, time);
    private readonly PlanArrivals _arrivals = new(registers, partner.Tenant);

    /// <summary>Tells what was not told yet; the entry is then no longer due. Whatever stops it half-way, it goes on where it was: a version told twice is a repeat at the intake.</summary>
    public async Task TellAsync(StoredRecord due, CancellationToken cancel)
    {
        var history = await _register.Shelf.HistoryAsync(due.Key, cancel);
        var told = await PlanTold.ReadAsync(registers, partner.Tenant, due.Key, cancel);
        foreach (var version in history.Where(v => v.Number > told.Last && v.Number <= due.Version).Reverse())
        {
            await _register.CloseAsync(version.Settles, version.Number, version.Edit.Who, cancel);
            if (await TakeInAsync(version, told, cancel) is not { } message || await told.NoteAsync(registers, version, message, partner.Tenant, time.GetUtcNow(), cancel) is not { } noted)
                return;
            told = noted;
        }

        await registers.Records.PostponeAsync(due, null, cancel);
    }

    private async Task<long?> TakeInAsync(SharedVersion version, PlanTold told, CancellationToken cancel)
    {
        var held = await _arrivals.IsShownAsync(told, version, cancel);
        var body = ContentText.Write(PlanNotice.Of(version, held));
        var answer = await registers.Intake.AcceptAsync(new IntakeRequest(partner.Tenant, partner.Name, body, ContentText.MediaType), cancel);
        // A version that was told before a crash says whether its writer has it as it was then: other words about the same version are the same version.
        return answer is { Errors: [], Entries: [{ Status: EntryStatus.Accepted or EntryStatus.Repeated, MessageIds: [var message] }] } ? message : null;
    }
}
