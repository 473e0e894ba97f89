using Hub.Core.Deliveries;
using Hub.Core.Storage;
using Hub.Simulators.Dignio;
using Hub.Simulators.Messaging;

namespace Hub.Host.Demo;

/// <summary>Compares the hub's ledger with that of a counterpart on the message network. Pure.</summary>
internal static class NetworkProof
{
    private const string Answer = "kith.apprec";

    /// <summary>The differences.</summary>
    /// <param name="partner">Name of the counterpart in the tenant file.</param>
    /// <param name="ledger">Its ledger.</param>
    /// <param name="messages">The tenant's messages.</param>
    /// <returns>One sentence each; empty when the ledgers agree.</returns>
    public static IReadOnlyList<string> Differences(string partner, CounterpartLedger ledger, IReadOnlyList<MessageView> messages)
    {
        var differences = new List<string>();
        differences.AddRange(ledger.Faults.Select(f => $"{partner}: fault {f.Code} in message {f.MessageId} of the hub: {f.Text}"));
        Incoming(partner, ledger, [.. messages.Where(m => m.Message.Source == partner)], differences);
        Outgoing(partner, ledger, [.. messages.SelectMany(m => m.Deliveries).Where(d => d.Row.Partner == partner && d.Row.Mapping != Answer)], differences);
        return differences;
    }

    /// <summary>The differences between the hub's ledger and what the vendor was told of stays in hospital.</summary>
    /// <param name="told">What the vendor was told.</param>
    /// <param name="messages">The tenant's messages.</param>
    /// <returns>One sentence each; empty when the ledgers agree.</returns>
    public static IReadOnlyList<string> Differences(FollowUpLedger told, IReadOnlyList<MessageView> messages)
    {
        var sent = messages.SelectMany(m => m.Deliveries).Where(d => d.Row is { Mapping: "dho.followup", State: DeliveryState.Delivered }).Select(d => d.Document!.DocumentId).ToHashSet();
        var heard = told.Events.Select(e => e.EventId).ToHashSet();
        return
        [
            .. sent.Except(heard).Select(id => $"vendor: event {id} is delivered and was never heard"),
            .. heard.Except(messages.SelectMany(m => m.Deliveries).Select(d => d.Document?.DocumentId)).Select(id => $"vendor: event {id} was heard and is not one of the hub"),
        ];
    }

    private static void Incoming(string partner, CounterpartLedger ledger, IReadOnlyList<MessageView> messages, List<string> differences)
    {
        var stored = messages.ToLookup(m => m.SourceId, StringComparer.OrdinalIgnoreCase);
        var sent = ledger.Sent.Where(s => s.Type != "APPREC").ToDictionary(s => s.DocumentId, StringComparer.OrdinalIgnoreCase);
        foreach (var letter in sent.Values)
        {
            var count = stored[letter.DocumentId].Count();
            if (letter.IsDelivered && count != 1)
                differences.Add($"{partner}: document {letter.DocumentId} was acknowledged and is stored {count} times");
            var answers = stored[letter.DocumentId].SelectMany(m => m.Deliveries).Where(d => d.Row.Mapping == Answer && d.Row.State == DeliveryState.Delivered);
            if (answers.Any() && letter.Answer is not (LetterAnswer.Accepted or LetterAnswer.Rejected))
                differences.Add($"{partner}: the AppRec for {letter.DocumentId} is delivered and never came");
            if (letter.Answer == LetterAnswer.Accepted && !stored[letter.DocumentId].SelectMany(m => m.Deliveries).Any(d => d.Row.Mapping == "journal.clinical" && d.Row.State == DeliveryState.Delivered))
                differences.Add($"{partner}: document {letter.DocumentId} was answered OK and is not in the journal");
        }
        differences.AddRange(stored.Where(s => !sent.ContainsKey(s.Key)).Select(s => $"{partner}: document {s.Key} is stored and was never sent"));
    }

    private static void Outgoing(string partner, CounterpartLedger ledger, IReadOnlyList<DeliveryView> deliveries, List<string> differences)
    {
        var taken = ledger.Effects.ToDictionary(e => e.MsgId, StringComparer.OrdinalIgnoreCase);
        var known = new HashSet<string>(deliveries.Select(d => d.Document?.DocumentId).OfType<string>(), StringComparer.OrdinalIgnoreCase);
        foreach (var delivery in deliveries.Where(d => d.Row.State == DeliveryState.Delivered))
        {
            if (delivery.Document is null || !taken.TryGetValue(delivery.Document.DocumentId, out var effect) || effect.Answer != "1")
                differences.Add($"{partner}: delivery {delivery.Row.Id} is delivered and was not taken in");
        }
        differences.AddRange(taken.Values.Where(e => !known.Contains(e.MsgId)).Select(e => $"{partner}: document {e.MsgId} was taken in and is not one of the hub"));
        differences.AddRange(taken.Values.Where(e => e.Repeats > 0).Select(e => $"{partner}: document {e.MsgId} came {e.Repeats + 1} times in envelopes of their own"));
    }
}
