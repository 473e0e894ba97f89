using Hub.Adapters.Ebxml.Parties;
using Hub.Core.Deliveries;
using Hub.Core.Errors;
using Hub.Core.Storage;
using Hub.Core.Tenants;
using Hub.Ebxml.Agreements;
using Hub.Ebxml.Envelope;
using Hub.Ebxml.Reliability;

namespace Hub.Adapters.Ebxml.Receiving;

/// <summary>Takes messages of the network in, whatever transport they came by: examined, decided on (<see cref="Incoming"/>), handed on, remembered, answered. Nothing is answered before it is durable; a crash anywhere means that the sender brings the same message again and it is recognised.</summary>
public sealed class MessageDesk
{
    private readonly DeskParts _parts;
    private readonly TenantParties _parties;
    private readonly Handover _handover;
    private readonly ReceiptDesk _receipts;
    private readonly AnswerBook _answers;
    private readonly StrangerBudget _strangers = new();

    /// <summary>A desk.</summary>
    /// <param name="parts">What it is made of.</param>
    public MessageDesk(DeskParts parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        _parts = parts;
        _parties = new TenantParties(parts.Secrets, parts.Time);
        _handover = new Handover(parts);
        _receipts = new ReceiptDesk(parts);
        Post = new AnswerPost(parts, _parties);
        _answers = new AnswerBook(parts, Post);
    }

    /// <summary>Sends the answers that go their own way.</summary>
    public AnswerPost Post { get; }

    /// <summary>Takes a message in.</summary>
    /// <param name="tenantName">Whose it is said to be.</param>
    /// <param name="bytes">A whole mail, a MIME body or bare SOAP.</param>
    /// <param name="contentType">Content type that came apart from the body, null when the bytes have their own.</param>
    /// <param name="onSameConnection">Whether an answer can go back on the same connection.</param>
    /// <param name="cancel">Gives up waiting; what is committed stays.</param>
    /// <param name="transferEncoding">Content-Transfer-Encoding that came apart from the body, null when none did.</param>
    /// <returns>What became of it.</returns>
    /// <exception cref="StoreUnavailableException">The database does not answer: the same message is to be brought again.</exception>
    public async Task<DeskAnswer> TakeAsync(string tenantName, ReadOnlyMemory<byte> bytes, string? contentType, bool onSameConnection, CancellationToken cancel, string? transferEncoding = null)
    {
        if (_parts.Snapshots.Current.Tenant(tenantName) is not { Messaging: not null } tenant)
            return new DeskAnswer(DeskStatus.Unanswerable, EbxmlErrors.SenderUnknown.At());
        var own = _parties.Of(tenant);
        if (!own.IsOk)
            return new DeskAnswer(DeskStatus.NotNow, EbxmlErrors.NotReady.At()); // Which key or directory it is, is nothing for strangers.
        var now = _parts.Time.GetUtcNow();
        var arrival = Arrival.Of(own.Value, bytes, contentType, transferEncoding, now);
        if (arrival.IsUndecided)
            return new DeskAnswer(DeskStatus.NotNow, EbxmlErrors.RevocationUnknown.At());
        if (arrival.Message is { Header.From.Her: not null } && arrival.Partner is null)
            return new DeskAnswer(DeskStatus.Unanswerable, EbxmlErrors.SenderUnknown.At());
        var visit = new Visit(own.Value, arrival, bytes, onSameConnection, now);
        var earlier = await _answers.EarlierAsync(visit, cancel);
        var decision = Incoming.Decide(
            new IncomingFacts
            {
                Message = arrival.Message,
                Digests = arrival.Digests,
                Findings = arrival.Findings,
                AckRequested = arrival.Options.Sync ? Usage.PerMessage : Usage.Always,
            },
            earlier, new IncomingPolicy(), now);
        return await ActAsync(visit, decision, cancel);
    }

    private Task<DeskAnswer> ActAsync(Visit visit, IncomingDecision decision, CancellationToken cancel) => decision switch
    {
        Deliver deliver => DeliverAsync(visit, deliver, cancel),
        RepeatAnswer => _answers.RepeatAsync(visit, cancel),
        // Whoever knows a partner's number can be refused under it. That must not make the hub write to the partner without end.
        Refuse when !visit.Arrival.IsAuthentic && !_strangers.Take(visit.Own.Tenant.Name, visit.Partner.Name, visit.Now) =>
            Task.FromResult(new DeskAnswer(DeskStatus.Unanswerable, EbxmlErrors.SignatureInvalid.At())),
        Refuse refuse => RefuseAsync(visit, refuse, cancel),
        AnswerService service => _answers.GiveAsync(visit, service.Answer, Memory.None, cancel),
        TakeSignal signal => _receipts.TakeAsync(visit, signal, cancel),
        Drop drop => Task.FromResult(new DeskAnswer(DeskStatus.Taken, EbxmlErrors.SignatureInvalid.At(detail: drop.Findings.Count > 0 ? drop.Findings[0].Text : null))),
        AnswerFault fault => Task.FromResult(new DeskAnswer(DeskStatus.Unanswerable, EbxmlErrors.Unreadable.At(detail: fault.Fault.Text))
        {
            Reply = visit.OnSameConnection ? new DeskReply("text/xml; charset=UTF-8", fault.Fault.ToBytes()) : null,
        }),
        _ => throw new InvalidOperationException("There is no such decision."),
    };

    // The sender is told by the answer; the operator by the error, since a register that lags behind shows nowhere else.
    private async Task<DeskAnswer> RefuseAsync(Visit visit, Refuse refuse, CancellationToken cancel) =>
        await _answers.GiveAsync(visit, refuse.Answer, refuse.Remember ? Memory.Refused : Memory.None, cancel) with { Error = ErrorOf(visit.Partner.Name, refuse.Answer.Errors[0]) };

    private static HubError ErrorOf(string partner, MessageError said)
    {
        var definition = said.Code switch
        {
            ErrorCodes.SecurityFailure when said.Location?.StartsWith("cid:", StringComparison.Ordinal) == true => EbxmlErrors.NotDecrypted,
            ErrorCodes.SecurityFailure => EbxmlErrors.SignatureInvalid,
            ErrorCodes.ValueNotRecognized => EbxmlErrors.WrongReceiver,
            ErrorCodes.NotSupported => EbxmlErrors.NotSupported,
            _ => EbxmlErrors.Unreadable,
        };
        return definition.At($"partners.{partner}", said.Text);
    }

    private async Task<DeskAnswer> DeliverAsync(Visit visit, Deliver deliver, CancellationToken cancel)
    {
        var handed = await _handover.HandOnAsync(visit, cancel);
        return handed switch
        {
            HandedOn => await _answers.GiveAsync(visit, deliver.Answer, Memory.Accepted, cancel),
            NotTakenNow later => new DeskAnswer(DeskStatus.NotNow, later.Error),
            NotTakenEver never => await _answers.GiveAsync(visit, never.Answer, Memory.Refused, cancel),
            _ => throw new InvalidOperationException("There is no such outcome."),
        };
    }
}

/// <summary>One message at the desk.</summary>
/// <param name="Own">The tenant's end.</param>
/// <param name="Arrival">The message, examined.</param>
/// <param name="Bytes">The message as received.</param>
/// <param name="OnSameConnection">Whether an answer can go back on the same connection.</param>
/// <param name="Now">When it came.</param>
internal sealed record Visit(TenantParty Own, Arrival Arrival, ReadOnlyMemory<byte> Bytes, bool OnSameConnection, DateTimeOffset Now)
{
    /// <summary>The message; only asked for where it is known to be readable.</summary>
    public EbxmlMessage Message => Arrival.Message!;

    /// <summary>The partner; only asked for where it is known.</summary>
    public PartnerConfig Partner => Arrival.Partner!;

    /// <summary>Whether the sender waits for the answer on this connection.</summary>
    /// <summary>Whether the sender of this message is the one to whom something was sent. One partner may stand for many practitioners: each answers for what it was sent itself.</summary>
    public bool IsFromReceiverOf(SentBytes sent) => sent.Partner == Partner.Name
        && (Partner.PatientsGp is null || ReceiptDesk.SentMessage(sent.Body)?.Message?.Header.To.Her == Message.Header.From.Her);

    public bool WantsSyncReply => OnSameConnection && Message.Body is PayloadBody { SyncReply: true };
}
