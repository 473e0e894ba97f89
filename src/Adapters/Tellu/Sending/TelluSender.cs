using Hub.Adapters.Tellu.Link;
using Hub.Core.Adapters;
using Hub.Core.Tenants;

namespace Hub.Adapters.Tellu.Sending;

/// <summary>Sends documents to one Tellu-like system, one by one: personalia and plans in the place of what it holds, everything else as an event.</summary>
internal sealed class TelluSender : ISender
{
    private readonly TelluConnection _connection;
    private readonly PatientRecord _patients;
    private readonly PlanRecord _plans;

    public TelluSender(PartnerConfig partner, SenderContext context)
    {
        _connection = new TelluConnection(partner, context);
        _patients = new PatientRecord(_connection);
        _plans = new PlanRecord(_connection);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<SendOutcome>> SendAsync(IReadOnlyList<OutboundItem> documents, CancellationToken cancel) =>
        await Task.WhenAll(documents.Select(d => SendOneAsync(d, cancel)));

    /// <inheritdoc/>
    public async Task<bool?> ProbeAsync(CancellationToken cancel) => await _connection.IsThereAsync(cancel);

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _connection.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<SendOutcome> SendOneAsync(OutboundItem item, CancellationToken cancel) => item.Document.Form switch
    {
        "dho.personalia" => await _patients.ReplaceAsync(item, cancel),
        "fhir.careplan" => await _plans.ReplaceAsync(item, cancel),
        _ => TelluAnswer.Read(await _connection.CallAsync(() => TelluRequests.Document(_connection, HttpMethod.Post, "events", item), cancel)),
    };
}
