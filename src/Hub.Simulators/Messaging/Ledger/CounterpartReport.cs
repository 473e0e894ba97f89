using Hub.Ebxml.Reliability;

namespace Hub.Simulators.Messaging;

/// <summary>A <see cref="CounterpartLedger"/> in figures.</summary>
public sealed record CounterpartReport
{
    /// <summary>Distinct documents taken in.</summary>
    public int Effects { get; init; }

    /// <summary>Of these, answered with a rejection.</summary>
    public int Rejections { get; init; }

    /// <summary>How often a document came again in another envelope.</summary>
    public int Repeats { get; init; }

    /// <summary>Documents taken in, by type of message.</summary>
    public IReadOnlyDictionary<string, int> EffectsByType { get; init; } = new Dictionary<string, int>();

    /// <summary>Messages sent, receipts among them.</summary>
    public int Sent { get; init; }

    /// <summary>Of these, documents whose AppRec is OK.</summary>
    public int Accepted { get; init; }

    /// <summary>Documents that were rejected by AppRec.</summary>
    public int Rejected { get; init; }

    /// <summary>Documents without an AppRec in time.</summary>
    public int Silent { get; init; }

    /// <summary>Messages that were acknowledged.</summary>
    public int Acknowledged { get; init; }

    /// <summary>Messages refused with an error or given up.</summary>
    public int Failed { get; init; }

    /// <summary>Messages without a final state yet.</summary>
    public int Open { get; init; }

    /// <summary>Faults of the other side.</summary>
    public int Faults { get; init; }

    /// <summary>Messages of the service itself.</summary>
    public SignalCounts Signals { get; init; } = new();

    internal static CounterpartReport Of(IReadOnlyCollection<LetterEffect> effects, IReadOnlyCollection<SentLetter> sent, int faults, SignalCounts signals) => new()
    {
        Effects = effects.Count,
        Rejections = effects.Count(e => e.Answer == "2"),
        Repeats = effects.Sum(e => e.Repeats),
        EffectsByType = effects.GroupBy(e => e.Type).ToDictionary(g => g.Key, g => g.Count()),
        Sent = sent.Count,
        Accepted = sent.Count(s => s.Answer == LetterAnswer.Accepted),
        Rejected = sent.Count(s => s.Answer == LetterAnswer.Rejected),
        Silent = sent.Count(s => s.Answer == LetterAnswer.Silent),
        Acknowledged = sent.Count(s => s.IsDelivered),
        Failed = sent.Count(s => s.Phase is SentPhase.Refused or SentPhase.Failed && !s.IsLate),
        Open = sent.Count(s => !s.IsFinal),
        Faults = faults,
        Signals = signals,
    };
}
