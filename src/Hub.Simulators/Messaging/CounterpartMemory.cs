using System.Collections.Concurrent;
using Hub.Ebxml.Mime;
using Hub.Ebxml.Reliability;
using Hub.Kith.MsgHead;

namespace Hub.Simulators.Messaging;

/// <summary>Everything of a counterpart that survives its restart: stop a server, start another one with the same memory, and it goes on where it was.</summary>
public sealed class CounterpartMemory
{
    /// <summary>The account.</summary>
    public CounterpartLedger Ledger { get; } = new();

    internal MemoryExchangeRecord Exchange { get; } = new();

    /// <summary>The bytes of what was sent, by eb:MessageId.</summary>
    internal ConcurrentDictionary<string, MimeMessage> Outgoing { get; } = new(StringComparer.Ordinal);

    /// <summary>The answers given, as sent.</summary>
    internal ConcurrentDictionary<ReceivedKey, MimeMessage> Answers { get; } = new();

    /// <summary>Heads of the documents that were sent, by MsgId.</summary>
    internal ConcurrentDictionary<string, MsgInfo> Heads { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Receipts taken, by id: document answered.</summary>
    internal ConcurrentDictionary<string, string> Receipts { get; } = new(StringComparer.OrdinalIgnoreCase);
}
