using Hub.Core.Adapters;
using Hub.Core.Errors;
using Hub.Core.Tenants;

namespace Hub.Adapters.Gerica;

/// <summary>Sends documents to one Gerica-like journal: observations in batches where the tenant file allows it, everything else one by one.</summary>
public sealed class GericaSender : ISender
{
    private readonly GericaConnection _connection;
    private readonly GericaRequests _requests;

    /// <summary>A sender.</summary>
    /// <param name="partner">The journal; its url is set.</param>
    /// <param name="context">Clock and secrets.</param>
    public GericaSender(PartnerConfig partner, SenderContext context)
    {
        _connection = new GericaConnection(partner, context);
        _requests = new GericaRequests(partner.Url!);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<SendOutcome>> SendAsync(IReadOnlyList<OutboundItem> documents, CancellationToken cancel)
    {
        if (documents.Count == 1)
            return [await SendOneAsync(documents[0], cancel)];
        var outcomes = new SendOutcome[documents.Count];
        var batched = Enumerable.Range(0, documents.Count).Where(i => documents[i].Document.Form == GericaRequests.Observation).ToArray();
        if (batched.Length < 2)
            batched = [];
        var singles = Enumerable.Range(0, documents.Count).Except(batched)
            .Select(async i => outcomes[i] = await SendOneAsync(documents[i], cancel));
        await Task.WhenAll(singles.Append(SendBatchAsync(batched)));
        return outcomes;

        async Task<SendOutcome> SendBatchAsync(int[] indices)
        {
            if (indices.Length == 0)
                return new SendOutcome.Delivered(null);
            var answers = await SendManyAsync([.. indices.Select(i => documents[i])], cancel);
            for (var i = 0; i < indices.Length; i++)
                outcomes[indices[i]] = answers[i];
            return answers[0];
        }
    }

    /// <inheritdoc/>
    public async Task<bool?> ProbeAsync(CancellationToken cancel) => await _connection.AnswersAsync(_requests.Health, cancel);

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _connection.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<SendOutcome> SendOneAsync(OutboundItem item, CancellationToken cancel)
    {
        var answer = await _connection.CallAsync(() => _requests.Single(item), cancel);
        return answer.Failure ?? GericaAnswer.Classify(answer.Status, answer.Headers, answer.Body.Span);
    }

    private async Task<IReadOnlyList<SendOutcome>> SendManyAsync(IReadOnlyList<OutboundItem> items, CancellationToken cancel)
    {
        var answer = await _connection.CallAsync(() => _requests.Batch(items), cancel);
        if (answer is { Failure: null, Status: 200 or 201 or 202 })
            return await AgainAsync(items, GericaBatchAnswer.Read(items, answer.Whole ? answer.Body.Span : [], answer.Headers), cancel);
        SendOutcome whole = answer.Failure ?? GericaAnswer.Classify(answer.Status, answer.Headers, answer.Body.Span);
        if (whole is not SendOutcome.Failed { Error.Retryable: false })
            return [.. items.Select(_ => whole is SendOutcome.Failed ? whole : Unanswered)];
        // One document may have spoilt the batch for the others: each gets its own verdict.
        return await Task.WhenAll(items.Select(item => SendOneAsync(item, cancel)));
    }

    // The token may end in the middle of a batch: the rest of it goes out once more with a new one.
    private async Task<IReadOnlyList<SendOutcome>> AgainAsync(IReadOnlyList<OutboundItem> items, IReadOnlyList<SendOutcome> outcomes, CancellationToken cancel)
    {
        var refused = Enumerable.Range(0, items.Count).Where(i => outcomes[i] is SendOutcome.Failed f && f.Error.Code == DeliveryErrors.CredentialsRefused.Code).ToArray();
        if (refused.Length == 0)
            return outcomes;
        await _connection.ForgetTokenAsync(cancel);
        var again = await Task.WhenAll(refused.Select(i => SendOneAsync(items[i], cancel)));
        var all = outcomes.ToArray();
        for (var i = 0; i < refused.Length; i++)
            all[refused[i]] = again[i];
        return all;
    }

    private static SendOutcome Unanswered { get; } =
        new SendOutcome.Failed(DeliveryErrors.UnreadableAnswer.At("Bundle.entry", "The partner answered the batch without saying what became of each document"));
}
