using Hub.Delivery.Lanes;

namespace Hub.Delivery.Sending;

/// <summary>Asks before a send whether the patient still consents, where the route in force wants a consent: between intake and send there may be days.</summary>
internal sealed class ConsentGate(NodeContext node)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    /// <summary>What the register says now. Costs nothing for routes without <c>requires</c>.</summary>
    public ValueTask<Consent> AskAsync(WorkEntry entry, CancellationToken stop)
    {
        var purposes = node.Config.Current.RequiredBy(entry.Row.Tenant, entry.Row.Route);
        return purposes.Count == 0 ? new(Consent.Given) : new(ReadAsync(entry, purposes, stop));
    }

    private async Task<Consent> ReadAsync(WorkEntry entry, IReadOnlyList<string> purposes, CancellationToken stop)
    {
        try
        {
            var granted = await node.Store.GrantedAsync(entry.Row.Tenant, PatientKey(entry), stop);
            node.Outages.StoreWorked();
            return purposes.All(granted.Contains) ? Consent.Given : Consent.Missing;
        }
        catch (Exception failure) when (!stop.IsCancellationRequested)
        {
            node.Outages.Failed("Asking for a consent", failure);
            await Task.Delay(Pause, node.Time, stop);
            return Consent.Unknown;
        }
    }

    private Guid PatientKey(WorkEntry entry) => entry.Envelope is { } envelope
        ? node.Parts.Vault.PatientKey(entry.Row.Tenant, envelope.Patient.Id)
        : entry.Message!.PatientKey;
}

/// <summary>Whether a delivery may go out as far as the patient's consent is concerned.</summary>
internal enum Consent
{
    /// <summary>Every purpose is consented to, or none is asked for.</summary>
    Given,

    /// <summary>A purpose is not consented to, or no longer.</summary>
    Missing,

    /// <summary>The register did not answer: nothing may go before it does.</summary>
    Unknown,
}
