using Hub.Adapters.Http;
using Hub.Core.Adapters;
using Hub.Core.Errors;
using Hub.Core.Tenants;

namespace Hub.Adapters.Siemens.Sending;

/// <summary>Sends documents to one vendor, one by one. A version of a plan goes out on the condition that the vendor has the version before it.</summary>
public sealed class SiemensSender : ISender
{
    private readonly AuthorizedHttp _http;
    private readonly SiemensRequests _requests;

    /// <summary>A sender.</summary>
    /// <param name="partner">The vendor; its url is set.</param>
    /// <param name="context">Clock and secrets.</param>
    public SiemensSender(PartnerConfig partner, SenderContext context) => (_http, _requests) = (new AuthorizedHttp(partner, context), new SiemensRequests(partner.Url!));

    /// <inheritdoc/>
    public async Task<IReadOnlyList<SendOutcome>> SendAsync(IReadOnlyList<OutboundItem> documents, CancellationToken cancel) =>
        await Task.WhenAll(documents.Select(d => SiemensRequests.IsPlan(d) ? PutAsync(d, cancel) : PostAsync(d, cancel)));

    /// <inheritdoc/>
    public async Task<bool?> ProbeAsync(CancellationToken cancel)
    {
        var answer = await _http.SendAsync(() => new HttpRequestMessage(HttpMethod.Get, _requests.Health), cancel);
        return answer is { Failure: null, Status: < 500 };
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _http.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<SendOutcome> PostAsync(OutboundItem item, CancellationToken cancel) => SiemensAnswer.Of(await _http.SendAsync(() => _requests.Post(item), cancel));

    private async Task<SendOutcome> PutAsync(OutboundItem item, CancellationToken cancel)
    {
        if (PlanFacts.Read(item.Document.Body) is not { } own)
            return new SendOutcome.Failed(DeliveryErrors.MappingFailed.At(detail: "The CarePlan has no id"));
        var answer = await _http.SendAsync(() => _requests.Put(item, own, Math.Max(0, own.Version - 1)), cancel);
        if (answer is not { Failure: null, Status: 409 or 412 })
            return SiemensAnswer.Of(answer);

        // The vendor has another version than the one before: this one after all (its answer was lost), an earlier one (the hub counted versions that were not for it), or somebody's edit.
        var held = await _http.SendAsync(() => new HttpRequestMessage(HttpMethod.Get, _requests.Plan(own.Id)), cancel);
        if (held is { Failure: null, Status: 404 or 410 })
            return SiemensAnswer.Of(await _http.SendAsync(() => _requests.Put(item, own, 0), cancel));
        if (held is not { Failure: null, Status: 200, Whole: true } || PlanFacts.Read(held.Body) is not { } theirs)
            return held is { Failure: null, Status: 200 } ? new SendOutcome.Failed(DeliveryErrors.UnreadableAnswer.At()) : SiemensAnswer.Of(held);
        if (own.Delivery is not null && theirs.Delivery == own.Delivery)
            return new SendOutcome.Delivered(null, Repeat: true);
        return theirs.Version > 0 && theirs.Version < own.Version - 1
            ? SiemensAnswer.Of(await _http.SendAsync(() => _requests.Put(item, own, theirs.Version), cancel))
            : new SendOutcome.Failed(DeliveryErrors.Conflict.At("meta.versionId", FormattableString.Invariant($"The partner has version {theirs.Version} of the plan, this is version {own.Version}")));
    }
}
