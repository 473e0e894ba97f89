using System.Security.Cryptography;
using System.Text;
using Hub.Core.Storage;
using Hub.Ebxml.Envelope;
using Hub.Ebxml.Messages;
using Hub.Ebxml.Mime;
using Hub.Ebxml.Reliability;
using EarlierMessage = Hub.Ebxml.Reliability.RememberedMessage;

namespace Hub.Adapters.Ebxml.Receiving;

/// <summary>Remembers messages with the answers they got, and makes the answers. An answer is signed once and stored before it goes anywhere; the same message again gets the same bytes.</summary>
internal sealed class AnswerBook(DeskParts parts, AnswerPost post)
{
    private const string Accepted = "accepted";

    /// <summary>What is remembered of a message that came before under the same id.</summary>
    public async Task<EarlierMessage?> EarlierAsync(Visit visit, CancellationToken cancel)
    {
        if (visit.Arrival.Message is not { } message || Incoming.KeyOf(message) is not { } key)
            return null;
        if (await parts.Exchanges.FindExchangeAsync(visit.Own.Tenant.Name, Key(key), cancel) is not { Exchange: var exchange })
            return null;
        // The digests themselves are not kept, only a hash over them: equal or not is all that is asked.
        IReadOnlyList<DigestReference> digests = exchange.Fingerprint.Span.SequenceEqual(Fingerprint(visit.Arrival.Digests))
            ? visit.Arrival.Digests
            : [new DigestReference("", [], "", "another")];
        return new(key, digests, exchange.ReceivedAt, exchange.SealedAnswer, exchange.Verdict == Accepted, DateTimeOffset.MaxValue);
    }

    /// <summary>Makes an answer, stores it with the message, and has it sent.</summary>
    /// <param name="visit">The message.</param>
    /// <param name="body">What is answered; null for no answer.</param>
    /// <param name="memory">As what the message is remembered.</param>
    /// <param name="cancel">Gives up waiting.</param>
    public async Task<DeskAnswer> GiveAsync(Visit visit, MessageBody? body, Memory memory, CancellationToken cancel)
    {
        var status = memory == Memory.Refused || body is ErrorListBody { HighestSeverity: ErrorSeverity.Error } ? DeskStatus.Refused : DeskStatus.Taken;
        ReadOnlyMemory<byte> stored = body is null ? default : StoredMime.Write(Make(visit, body));
        var key = Key(new ReceivedKey(visit.Message.Header.From.Her!.Value, visit.Message.Header.MessageId));
        var exchange = new NewExchange(
            visit.Own.Tenant.Name,
            memory == Memory.None ? $"{key}#{Guid.NewGuid():N}" : key,
            visit.Partner.Name,
            Fingerprint(visit.Arrival.Digests),
            visit.Now,
            memory == Memory.Accepted ? parts.Vault.Seal(visit.Own.Tenant.Name, visit.Bytes.Span) : default,
            stored.Length == 0 ? default : parts.Vault.Seal(visit.Own.Tenant.Name, stored.Span),
            stored.Length == 0 || visit.WantsSyncReply ? null : visit.Now)
        {
            Verdict = memory == Memory.Accepted ? Accepted : "refused",
        };
        var recorded = await parts.Exchanges.RecordExchangeAsync(exchange, cancel);
        post.Wake();
        // Two copies of one message at the same time: the answer that was stored first is the one there is.
        var answer = recorded.IsNew ? stored : Open(recorded.Exchange);
        return new DeskAnswer(status) { Reply = Reply(visit, answer) };
    }

    /// <summary>Has the stored answer sent again.</summary>
    public async Task<DeskAnswer> RepeatAsync(Visit visit, CancellationToken cancel)
    {
        var key = Key(new ReceivedKey(visit.Message.Header.From.Her!.Value, visit.Message.Header.MessageId));
        if (await parts.Exchanges.FindExchangeAsync(visit.Own.Tenant.Name, key, cancel) is not { Exchange: var exchange })
            return new DeskAnswer(DeskStatus.Taken);
        if (!visit.WantsSyncReply && !exchange.SealedAnswer.IsEmpty)
        {
            await parts.Exchanges.RecordExchangeAsync(exchange with { AnswerDue = visit.Now }, cancel);
            post.Wake();
        }

        return new DeskAnswer(exchange.Verdict == Accepted ? DeskStatus.Taken : DeskStatus.Refused) { Reply = Reply(visit, Open(exchange)) };
    }

    private static DeskReply? Reply(Visit visit, ReadOnlyMemory<byte> stored) =>
        visit.WantsSyncReply && StoredMime.Read(stored) is { } mime ? new DeskReply(mime.ContentType, mime.Body) : null;

    private ReadOnlyMemory<byte> Open(NewExchange exchange)
    {
        if (exchange.SealedAnswer.IsEmpty)
            return default;
        var opened = parts.Vault.Open(exchange.Tenant, exchange.SealedAnswer.Span);
        return opened.IsOk ? opened.Value : default;
    }

    private static MimeMessage Make(Visit visit, MessageBody body)
    {
        var answer = Answers.To(visit.Message.Header, body, Guid.NewGuid().ToString(), visit.Now);
        // What was meant for somebody else is answered in our own name: nobody signs for another.
        if (answer.Header.From.Her != visit.Own.Messaging.Her)
            answer = answer with { Header = answer.Header with { From = Party.OfHer(visit.Own.Messaging.Her, answer.Header.From.Role) } };
        // Mail may change eight-bit text on its way; a connection of our own does not.
        var encoding = visit.WantsSyncReply || visit.Own.EndpointOf(visit.Partner)?.Scheme is "http" or "https" ? SoapEncoding.EightBit : SoapEncoding.Base64;
        return OutgoingMessage.Seal(answer, [], new SealOptions { Signer = visit.Own.Signer, SoapEncoding = encoding }).Mime;
    }

    private static byte[] Fingerprint(IReadOnlyList<DigestReference> digests)
    {
        var text = string.Join('\n', digests.Select(d => $"{ContentIds.FromUri(d.Uri) ?? d.Uri} {d.Algorithm} {d.Value}").Order(StringComparer.Ordinal));
        return SHA256.HashData(Encoding.UTF8.GetBytes(text));
    }

    private static string Key(ReceivedKey key)
    {
        var id = key.MessageId.Length <= 200 ? key.MessageId : "sha256:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key.MessageId)));
        return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{key.FromHer}:{id}");
    }
}

/// <summary>As what a message is remembered.</summary>
internal enum Memory
{
    /// <summary>Not at all: its signature is in doubt, or it asks for a service only. The answer is kept until it is sent.</summary>
    None,

    /// <summary>Taken in.</summary>
    Accepted,

    /// <summary>Refused with an error.</summary>
    Refused,
}
