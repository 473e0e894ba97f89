using Hub.Core.Adapters;
using Hub.Core.Errors;
using Hub.Core.Tenants;

namespace Hub.Adapters.Dips;

/// <summary>Sends documents to one DIPS installation, one by one.</summary>
public sealed class DipsSender : ISender
{
    private readonly DipsConnection _connection;
    private readonly DipsPatients _patients;
    private readonly bool _asksRecordKeeper;

    /// <summary>A sender.</summary>
    /// <param name="partner">The journal; its url is set.</param>
    /// <param name="context">Clock, secrets and the tenant.</param>
    public DipsSender(PartnerConfig partner, SenderContext context)
    {
        _connection = new DipsConnection(partner, context);
        _patients = new DipsPatients(_connection, context.Time);
        // The probe asks the service that the routes use; RPM RecordKeeper has an address for just that.
        _asksRecordKeeper = context.Tenant.Routes.Any(r => r.To == partner.Name && r.As == "dips.alert");
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<SendOutcome>> SendAsync(IReadOnlyList<OutboundItem> documents, CancellationToken cancel) =>
        await Task.WhenAll(documents.Select(d => SendOneAsync(d, cancel)));

    /// <inheritdoc/>
    public async Task<bool?> ProbeAsync(CancellationToken cancel)
    {
        var answer = _asksRecordKeeper
            ? await _connection.RpmAsync(HttpMethod.Get, "utils/AuthCheck", null, [], cancel)
            : await _connection.FhirAsync(HttpMethod.Get, "metadata", null, [], cancel);
        return answer is { Failure: null, Status: >= 200 and < 300 };
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _connection.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<SendOutcome> SendOneAsync(OutboundItem item, CancellationToken cancel)
    {
        if (DipsDocument.Read(item) is not { } document)
            return new SendOutcome.Failed(DipsErrors.NotOffered.At("as", $"The journal takes FHIR in JSON, and {item.Document.Form} is something else"));
        (string, string)[] request = [("X-Request-Id", $"{item.IdempotencyKey}-{item.Attempt}")];
        if (document.Place == DipsPlace.RecordKeeper)
            return DipsAnswer.Classify(await _connection.RpmAsync(HttpMethod.Post, "rpm-alert/fhir-r4/bundle", DipsConnection.Body(item.Document.Body), request, cancel));
        if (await _connection.CheckVersionAsync(cancel) is { } version)
            return version;
        if (document.Patient is not { } patient)
            return new SendOutcome.Failed(DeliveryErrors.PatientUnknown.At("subject", "The document names no patient by national id"));
        var (id, unknown) = await _patients.FindAsync(patient.System, patient.Value, cancel);
        if (id is null)
            return unknown!;
        if (item.Attempt > 1 || item.Sends > 0)
        {
            var (earlier, failure) = await DipsEarlier.FindAsync(_connection, document, cancel);
            if (earlier is not null || failure is not null)
                return failure ?? (SendOutcome)new SendOutcome.Delivered(earlier, Repeat: true);
        }

        var body = DipsConnection.Body(document.About(id));
        return document.Place switch
        {
            DipsPlace.Transaction => DipsTransactionAnswer.Read(await _connection.FhirAsync(HttpMethod.Post, "", body, request, cancel)),
            DipsPlace.Update => DipsAnswer.Classify(await _connection.FhirAsync(HttpMethod.Put, $"{document.Type}/{Uri.EscapeDataString(document.Id ?? item.Document.DocumentId)}", body, request, cancel)),
            _ => DipsAnswer.Classify(await _connection.FhirAsync(HttpMethod.Post, document.Type, body, [.. request, .. OnlyOnce(document)], cancel)),
        };
    }

    // A conditional create (FHIR R4 http.html 3.1.0.8.2): a server that does not know the header passes it over.
    private static IEnumerable<(string, string)> OnlyOnce(DipsDocument document) =>
        document.ExternalId is { } id ? [("If-None-Exist", $"identifier=http://dips.no/fhir/namingsystem/externalId|{id}")] : [];
}
