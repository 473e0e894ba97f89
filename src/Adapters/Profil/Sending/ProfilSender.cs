using System.Globalization;
using Hub.Adapters.Profil.Exchange;
using Hub.Core.Adapters;
using Hub.Core.Errors;

namespace Hub.Adapters.Profil.Sending;

/// <summary>Files documents in one Profil-like journal, entry by entry under the patient's measure. Every entry has an external id of its own that is the same for every try: a crash or lost answer between two entries files nothing twice.</summary>
public sealed class ProfilSender : ISender
{
    /// <summary>Header with the version of a plan that the new one comes after.</summary>
    public const string BuildsOnHeader = "X-Profil-Bygger-Pa";

    private readonly ProfilConnection _connection;
    private readonly Measures _measures;

    /// <summary>A sender.</summary>
    /// <param name="connection">The way to the journal; disposed with the sender.</param>
    /// <param name="context">The clock.</param>
    public ProfilSender(ProfilConnection connection, SenderContext context) => (_connection, _measures) = (connection, new Measures(connection, context.Time));

    /// <inheritdoc/>
    public async Task<IReadOnlyList<SendOutcome>> SendAsync(IReadOnlyList<OutboundItem> documents, CancellationToken cancel) =>
        await Task.WhenAll(documents.Select(d => SendOneAsync(d, cancel)));

    /// <inheritdoc/>
    public async Task<bool?> ProbeAsync(CancellationToken cancel)
    {
        var fault = await _connection.ProbeAsync(cancel);
        // A journal of another version is there; whether that is enough, the tenant file says.
        return fault is null || (fault.Error.Code == ProfilErrors.VersionMismatch.Code && !_connection.Options.RetriesMismatch);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _connection.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<SendOutcome> SendOneAsync(OutboundItem item, CancellationToken cancel)
    {
        if (FilingPlan.Of(item) is not { } plan)
            return new SendOutcome.Failed(ProfilErrors.WrongForm.At());
        while (true)
        {
            var (measure, fresh, failure) = await _measures.OfAsync(plan.Patient, cancel);
            if (measure is null)
                return failure!;
            var outcome = await FileAsync(plan, measure, cancel);
            if (fresh || outcome is not SendOutcome.Failed { Error: var error } || error.Code != ProfilErrors.MeasureEnded.Code)
                return outcome;
            // It may have been ended and granted anew since it was remembered.
            _measures.Forget(plan.Patient);
        }
    }

    private async Task<SendOutcome> FileAsync(FilingPlan plan, string measure, CancellationToken cancel)
    {
        var repeats = 0;
        string? note = null;
        string? receipt = null;
        for (var i = 0; i < plan.Steps.Count; i++)
        {
            var step = plan.Steps[i];
            if (step.Resource == "dokumenter" && note is not null)
                step.Body.SetAttributeValue("journalnotat", note);
            var reply = await _connection.CallAsync(HttpMethod.Post, $"tiltak/{measure}/{step.Resource}", step.Body, cancel, Headers(step));
            if (ProfilAnswer.Fault(reply, _connection.Options) is { } fault)
                return i == 0 ? fault : Partly(fault, step, i, plan.Steps.Count);
            if (reply.Number("nr") is not { } number)
                return new SendOutcome.Failed(DeliveryErrors.UnreadableAnswer.At(step.Resource, "The journal's receipt has no number"));
            note = step.Resource == "journalnotat" ? number : note;
            receipt ??= $"tiltak/{measure}/{step.Resource}/{number}";
            repeats += reply.Body!.Attribute("gjentatt")?.Value == "true" ? 1 : 0;
        }

        return new SendOutcome.Delivered(receipt, Repeat: repeats == plan.Steps.Count);
    }

    private static (string Name, string Value)[] Headers(FilingStep step) =>
        step.BuildsOn is { } version ? [(BuildsOnHeader, version.ToString(CultureInfo.InvariantCulture))] : [];

    private static SendOutcome.Failed Partly(SendOutcome.Failed fault, FilingStep step, int filed, int all) => fault with
    {
        Error = fault.Error with { Path = fault.Error.Path ?? step.Resource, Text = $"{fault.Error.Text}. {filed} of {all} entries are filed; another try does not file them again" },
    };
}
