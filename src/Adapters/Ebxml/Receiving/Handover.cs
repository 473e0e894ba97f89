using Hub.Core.Errors;
using Hub.Core.Intake;
using Hub.Ebxml.Envelope;
using Hub.Kith;
using Hub.Kith.AppRec;

namespace Hub.Adapters.Ebxml.Receiving;

/// <summary>Hands the document of a message on: an AppRec to the delivery it answers, everything else to the intake.</summary>
internal sealed class Handover(DeskParts parts)
{
    public async Task<HandoverOutcome> HandOnAsync(Visit visit, CancellationToken cancel)
    {
        var document = visit.Arrival.Documents[0];
        if (visit.Arrival.Content!.Kind == KithKind.AppRec)
            return await ReceiptAsync(visit, document, cancel);
        return visit.Partner.Inbound is null
            ? Never(ErrorCodes.NotSupported, EbxmlErrors.NotSupported, "Business messages are not agreed on with this sender")
            : await TakeInAsync(visit, cancel);
    }

    // An AppRec for something that was never sent, or by somebody else than it was sent to, is acknowledged like any message and changes nothing.
    private async Task<HandoverOutcome> ReceiptAsync(Visit visit, ReadOnlyMemory<byte> document, CancellationToken cancel)
    {
        var read = ReceiptReader.Read(document);
        if (read.Receipt is not { } appRec || appRec.Original.Id.Length == 0)
            return Never(ErrorCodes.OtherXml, EbxmlErrors.DocumentUnreadable, "The AppRec names no original message");
        if (parts.Receipts() is not { } receipts)
            return new NotTakenNow(IntakeErrors.StoreDown.At());
        var tenant = visit.Own.Tenant.Name;
        var correlation = Correlations.Document(appRec.Original.Id);
        var sent = await receipts.SentAsync(tenant, correlation, cancel);
        if (sent is not null && visit.IsFromReceiverOf(sent))
            await receipts.ApplyAsync(tenant, correlation, Judge(appRec), cancel);
        return new HandedOn();
    }

    private static Hub.Core.Deliveries.Receipt Judge(Hub.Kith.AppRec.Receipt appRec)
    {
        var codes = string.Join(", ", appRec.Errors.Select(e => e.V).OfType<string>().Select(Token));
        var detail = $"AppRec {Token(appRec.Id)} status {Token(appRec.Status.V ?? "?")}{(codes.Length == 0 ? "" : $" ({codes})")}";
        return appRec.IsRejected
            ? new Hub.Core.Deliveries.Receipt.Negative(DeliveryErrors.AnswerNegative.At(detail: $"Rejected: {codes}"), detail)
            : new Hub.Core.Deliveries.Receipt.Positive(detail);
    }

    private async Task<HandoverOutcome> TakeInAsync(Visit visit, CancellationToken cancel)
    {
        var request = new IntakeRequest(visit.Own.Tenant.Name, visit.Partner.Name, StoredArrival.Write(visit.Arrival), StoredMime.MediaType);
        var answer = await parts.Intake().AcceptAsync(request, cancel);
        if (answer.Errors is [var error, ..])
            return error.Retryable || error.Code == IntakeErrors.StoreDown.Code || error.Code == IntakeErrors.Busy.Code ? new NotTakenNow(error) : Refused(error);
        var entry = answer.Entries[0];
        return entry.Status switch
        {
            EntryStatus.Accepted or EntryStatus.Repeated => new HandedOn(),
            EntryStatus.Conflict => Never(ErrorCodes.Inconsistent, IntakeErrors.ChangedRepeat, "Another document was sent under this MsgId before"),
            _ => Refused(entry.Errors[0]),
        };
    }

    private static NotTakenEver Refused(HubError error) =>
        Never(error.Code == AuthErrors.KindNotAllowed.Code ? ErrorCodes.NotSupported : ErrorCodes.OtherXml, error.Code, error.Text);

    private static NotTakenEver Never(string code, ErrorDefinition definition, string text) => Never(code, definition.Code, text);

    private static NotTakenEver Never(string code, string hubCode, string text) =>
        new(new ErrorListBody(ErrorSeverity.Error, [new MessageError(code, ErrorSeverity.Error, "//eb:Manifest", $"{text} ({hubCode})", "en")]));

    // What another system wrote goes on a timeline only when it looks like an id or a code.
    private static string Token(string text) => text.Length is > 0 and <= 60 && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or ':' or '_') ? text : "?";
}

/// <summary>What became of handing a document on.</summary>
internal abstract record HandoverOutcome;

/// <summary>It is durable, or was before.</summary>
internal sealed record HandedOn : HandoverOutcome;

/// <summary>Not now: the same message is to be brought again.</summary>
/// <param name="Error">Why.</param>
internal sealed record NotTakenNow(HubError Error) : HandoverOutcome;

/// <summary>Not ever: the sender is told.</summary>
/// <param name="Answer">What it is told.</param>
internal sealed record NotTakenEver(ErrorListBody Answer) : HandoverOutcome;
