using Hub.Core.Deliveries;
using Hub.Core.Errors;
using Hub.Core.Storage;
using Hub.Ebxml.Envelope;
using Hub.Ebxml.Reliability;
using Hub.Ebxml.Signing;
using TakenApart = Hub.Ebxml.Messages.ReceivedMessage;

namespace Hub.Adapters.Ebxml.Receiving;

/// <summary>Takes acknowledgments and message errors to the delivery they are about, and Pongs to whoever waits for one. They are never answered.</summary>
internal sealed class ReceiptDesk(DeskParts parts)
{
    private const int MostId = 200;

    public async Task<DeskAnswer> TakeAsync(Visit visit, TakeSignal signal, CancellationToken cancel)
    {
        if (signal is { Body: PongBody, RefToMessageId: { Length: > 0 and <= MostId } ping })
            return await PongAsync(visit, ping, cancel);
        if (signal.RefToMessageId is not { } about || signal.Body is not (AcknowledgmentBody or ErrorListBody))
            return new DeskAnswer(DeskStatus.Taken);
        if (parts.Receipts() is not { } receipts)
            return new DeskAnswer(DeskStatus.NotNow, IntakeErrors.StoreDown.At());
        var tenant = visit.Own.Tenant.Name;
        var correlation = Correlations.Message(about);
        var sent = await receipts.SentAsync(tenant, correlation, cancel);
        if (sent is null || !visit.IsFromReceiverOf(sent))
            return new DeskAnswer(DeskStatus.Taken, EbxmlErrors.SenderUnknown.At(detail: "The receipt is for a message that was not sent to this partner"));
        await receipts.ApplyAsync(tenant, correlation, Judge(SentMessage(sent.Body), signal.Body, visit.Arrival.Options, visit.Message.Header.MessageId), cancel);
        return new DeskAnswer(DeskStatus.Taken);
    }

    // One entry for each partner: however many come, they take no more room.
    private async Task<DeskAnswer> PongAsync(Visit visit, string ping, CancellationToken cancel)
    {
        var (tenant, partner) = (visit.Own.Tenant.Name, visit.Partner.Name);
        if (parts.Records is { } records)
        {
            var version = (await records.LatestAsync(tenant, RecordKinds.Pong, partner, cancel))?.Version ?? 0;
            await records.AppendAsync(new NewRecord(tenant, RecordKinds.Pong, partner, version + 1, visit.Now, partner, parts.Vault.Seal(tenant, [])) { State = ping, KeepHistory = false }, cancel);
        }

        return new DeskAnswer(DeskStatus.Taken) { Pong = new AnsweredPing(partner, ping) };
    }

    /// <summary>What a signal means for a message that was sent. Pure.</summary>
    /// <param name="sent">The message that was sent; null when its bytes are no longer kept.</param>
    /// <param name="body">The acknowledgment or error list.</param>
    /// <param name="options">Settings of the partner.</param>
    /// <param name="signalId">The signal's own message id.</param>
    /// <returns>The receipt.</returns>
    public static Receipt Judge(TakenApart? sent, MessageBody body, EbxmlOptions options, string signalId)
    {
        var id = signalId.Length <= 100 ? signalId : signalId[..100];
        TimeSpan? answer = sent?.Message?.Header.Action == Hub.Ebxml.Addressing.MessageAddress.AppRec ? null : options.AnswerWithin;
        if (body is ErrorListBody list)
        {
            var codes = string.Join(", ", list.Errors.Select(e => Token(e.Code)).Distinct());
            var isError = list.HighestSeverity == ErrorSeverity.Error || list.Errors.Any(e => e.Severity == ErrorSeverity.Error);
            return isError
                ? new Receipt.Negative(DeliveryErrors.TransportRefused.At(detail: $"The receiver's message service answered {codes}"), $"MessageError {id}: {codes}", Business: false)
                : new Receipt.Transport(answer, $"MessageError {id} with warnings: {codes}");
        }

        var acknowledgment = (AcknowledgmentBody)body;
        var digests = sent?.Verify(SignaturePolicy.Profile) is ValidSignature { References: var references } ? references : null;
        var failure = digests is null ? null : Outgoing.Judge(digests, acknowledgment, new AckPolicy());
        return failure is null
            ? new Receipt.Transport(answer, digests is null ? $"Acknowledgment {id}, not compared" : $"Acknowledgment {id}, digests equal")
            : new Receipt.Negative(DeliveryErrors.ReceiptMismatch.At(failure.Path, failure.Text), $"Acknowledgment {id}: {failure.Text}", Business: false);
    }

    /// <summary>Reads a message that was sent from its stored bytes.</summary>
    public static TakenApart? SentMessage(ReadOnlyMemory<byte> stored) =>
        StoredMime.Read(stored) is { } mime ? Hub.Ebxml.Messages.IncomingMessage.Read(mime.Body, mime.ContentType) : null;

    private static string Token(string code) => code.Length <= 40 && code.All(char.IsAsciiLetterOrDigit) ? code : ErrorCodes.Unknown;
}
