using Hub.Ebxml.Envelope;

namespace Hub.Ebxml.Agreements;

/// <summary>Finds in an agreement what it says about a message. <see cref="ErrorCodeOf"/> says which ebXML error each failure is answered with.</summary>
public static class AgreementTerms
{
    /// <summary>A party of the message is not in the agreement (HITS 1172 rules 110 and 111): ValueNotRecognized.</summary>
    public const string PartyUnknown = "cpa-party-unknown";

    /// <summary>The sender's side lists no such service and action to send: ValueNotRecognized.</summary>
    public const string CannotSend = "cpa-cannot-send";

    /// <summary>The receiver's side lists no such service and action to receive: Inconsistent.</summary>
    public const string CannotReceive = "cpa-cannot-receive";

    /// <summary>The agreement is not in force at the time of the message (rules 112 to 114): Inconsistent.</summary>
    public const string NotInForce = "cpa-not-in-force";

    /// <summary>The terms for one message.</summary>
    /// <param name="agreement">The agreement.</param>
    /// <param name="fromHer">HER-id of the sender.</param>
    /// <param name="toHer">HER-id of the receiver.</param>
    /// <param name="service">eb:Service.</param>
    /// <param name="action">eb:Action.</param>
    /// <param name="at">The time of the message.</param>
    /// <returns>The terms, or every reason why there are none.</returns>
    public static Outcome<MessageTerms> For(Agreement agreement, int fromHer, int toHer, string service, string action, DateTimeOffset at)
    {
        var from = agreement.Party(fromHer);
        var to = agreement.Party(toHer);
        var sending = from is null ? null : Find(from, service, action, ActionDirection.Send);
        var receiving = to is null ? null : Find(to, service, action, ActionDirection.Receive);
        var failures = new List<Failure>();
        if (from is null || to is null)
            failures.Add(new(PartyUnknown, "The agreement does not name both HER-ids.", from is null ? "MessageHeader/From/PartyId" : "MessageHeader/To/PartyId"));
        if (from is not null && sending is null)
            failures.Add(new(CannotSend, "The agreement does not let the sender send this service and action.", "MessageHeader/Action"));
        if (to is not null && receiving is null)
            failures.Add(new(CannotReceive, "The agreement does not let the receiver receive this service and action.", "MessageHeader/Action"));
        if (!agreement.IsValidAt(at))
            failures.Add(new(NotInForce, "The agreement is not in force at the time of the message.", "MessageHeader/CPAId"));
        if (failures.Count > 0)
            return Outcome<MessageTerms>.Failed(failures);

        var ours = sending!.Value;
        var theirs = receiving!.Value;
        var (sendOver, receiveOver) = Pair(ours.Action.Channels, theirs.Action.Channels);
        return new MessageTerms(
            agreement.Id, fromHer, toHer, ours.Process.Service, ours.Process.ServiceType, ours.Action.Action, ours.Process.Role, theirs.Process.Role,
            receiveOver?.EndpointFor("allPurpose"),
            sendOver?.Sending.Reliability ?? receiveOver?.Receiving.Reliability ?? ReliabilityTerms.Nhn,
            sendOver?.AckRequested ?? Usage.Always, sendOver?.AckSignature ?? Usage.Always, sendOver?.DuplicateElimination ?? Usage.Always,
            receiveOver?.SyncReply ?? SyncReplyMode.None,
            sendOver?.Sending.Signature ?? SignatureTerms.Current,
            from!.SigningCertificates,
            theirs.Process.EncryptionCertificate,
            ours.Action.Package ?? theirs.Action.Package);
    }

    /// <summary>The ebXML error code a failure of <see cref="For"/> is answered with.</summary>
    /// <param name="failure">The failure.</param>
    /// <returns>One of <see cref="ErrorCodes"/>.</returns>
    public static string ErrorCodeOf(Failure failure) => failure.Code switch
    {
        PartyUnknown or CannotSend => ErrorCodes.ValueNotRecognized,
        CannotReceive or NotInForce => ErrorCodes.Inconsistent,
        _ => ErrorCodes.Unknown,
    };

    // Each side lists its channels by preference; they are a pair only when both speak the same protocol.
    private static (ChannelTerms? Send, ChannelTerms? Receive) Pair(IReadOnlyList<ChannelTerms> sending, IReadOnlyList<ChannelTerms> receiving)
    {
        foreach (var send in sending)
        {
            if (receiving.FirstOrDefault(r => string.Equals(r.Protocol, send.Protocol, StringComparison.OrdinalIgnoreCase)) is { } receive)
                return (send, receive);
        }
        return (sending.Count > 0 ? sending[0] : null, receiving.Count > 0 ? receiving[0] : null);
    }

    private static (ProcessBinding Process, ActionBinding Action)? Find(AgreementParty party, string service, string action, ActionDirection direction)
    {
        foreach (var process in party.Processes.Where(p => p.Service == service))
        {
            foreach (var binding in process.Actions.Where(a => a.Action == action && a.Direction == direction))
                return (process, binding);
        }
        return null;
    }
}
