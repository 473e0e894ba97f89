using Hub.Ebxml.Encryption;
using Hub.Ebxml.Reliability;

namespace Hub.Simulators.Messaging;

/// <summary>How a <see cref="CounterpartServer"/> is set up.</summary>
public sealed record CounterpartOptions
{
    /// <summary>Who it is.</summary>
    public required CounterpartParty Party { get; init; }

    /// <summary>Its keys.</summary>
    public required PartyKeys Keys { get; init; }

    /// <summary>Those it speaks with; more can be added later.</summary>
    public IReadOnlyList<CounterpartPeer> Peers { get; init; } = [];

    /// <summary>Port on 127.0.0.1; 0 (default) takes a free one.</summary>
    public int Port { get; init; }

    /// <summary>When it sends again; default four times after 12 h, kept for 96 h (HITS 1171). Tests set it short.</summary>
    public ResendSchedule Schedule { get; init; } = new(4, TimeSpan.FromHours(12), TimeSpan.FromHours(96), TimeSpan.FromMinutes(5));

    /// <summary>How long it waits for an AppRec before it counts the message as not taken in; default 96 h (HISD 1168).</summary>
    public TimeSpan AnswerWithin { get; init; } = TimeSpan.FromHours(96);

    /// <summary>How often it looks for what is due; default 50 ms.</summary>
    public TimeSpan Poll { get; init; } = TimeSpan.FromMilliseconds(50);

    /// <summary>What survives a restart; null = a new memory.</summary>
    public CounterpartMemory? Memory { get; init; }

    /// <summary>Mail in place of HTTP; null (default) = HTTP only.</summary>
    public MailOffice? Mail { get; init; }

    /// <summary>Form of the encrypted plaintext; default a MIME part (HITS 1172).</summary>
    public PlaintextForm Form { get; init; }

    /// <summary>Whether every message is held against all rules of HITS 1172 and the KITH schemas; default yes. No saves time under load: signature, certificates and digests are always checked.</summary>
    public bool Strict { get; init; } = true;

    /// <summary>Whether documents and messages are kept for <see cref="CounterpartLedger"/>; default yes.</summary>
    public bool KeepBodies { get; init; } = true;

    /// <summary>Whether a Ping is answered on its own connection and not by a message to the sender's address; default no.</summary>
    public bool PongAtOnce { get; init; }

    /// <summary>Faults from the start; default none.</summary>
    public MessagingFaults Faults { get; init; } = MessagingFaults.None;

    /// <summary>Seed of all chances; the same seed gives the same dice, though not the same order of events. Default 1.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Called with every message and document that was sent or taken, for dumping; null (default) = nothing.</summary>
    public Action<ExchangedMessage>? Trace { get; init; }
}
