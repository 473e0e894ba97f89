using Hub.Kith.Types;

namespace Hub.Kith.AppRec;

/// <summary>What a check of the business signature gave.</summary>
public enum SignatureVerdict
{
    /// <summary>There is none, or it is good.</summary>
    Good,

    /// <summary>It does not fit the document.</summary>
    Wrong,

    /// <summary>Its certificate is not valid.</summary>
    BadCertificate,

    /// <summary>Its certificate was revoked.</summary>
    Revoked,

    /// <summary>Something else.</summary>
    Other,
}

/// <summary>How far a message has come that people must look at before it is taken in.</summary>
public enum ManualReview
{
    /// <summary>Not needed.</summary>
    NotNeeded,

    /// <summary>Waiting.</summary>
    Waiting,

    /// <summary>Waiting, and wanted also after the deadline: the answer is then positive in time.</summary>
    WaitingAndWanted,

    /// <summary>Taken in.</summary>
    Approved,

    /// <summary>Rejected; see <see cref="AppRecKnowledge.ReviewErrors"/>.</summary>
    Rejected,
}

/// <summary>What the receiving side knows besides the document.</summary>
public sealed record AppRecKnowledge
{
    /// <summary>HER-ids of our enterprises (level 1), as numbers without leading zeros.</summary>
    public required IReadOnlySet<string> Enterprises { get; init; }

    /// <summary>HER-ids of our services and persons (level 2).</summary>
    public required IReadOnlySet<string> Services { get; init; }

    /// <summary>HER-id of the receiver in the envelope; <see langword="null"/> when there was no envelope.</summary>
    public string? EnvelopeReceiver { get; init; }

    /// <summary>Time of the decision.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>Whether a message with this MsgId from this sender was taken in or answered before.</summary>
    public bool IsDuplicate { get; init; }

    /// <summary>Whether the patient is in the journal; <see langword="null"/> when nobody looked.</summary>
    public bool? PatientKnown { get; init; }

    /// <summary>Whether the message is a referral for emergency help, which is always answered positively as long as it can be read.</summary>
    public bool IsEmergency { get; init; }

    /// <summary>The business signature.</summary>
    public SignatureVerdict Signature { get; init; }

    /// <summary>Namespaces of business documents that can be taken in; <see langword="null"/> for all with a schema here.</summary>
    public IReadOnlySet<string>? Supported { get; init; }

    /// <summary>Whether schema faults reject (T02); the standard leaves it to the receiver.</summary>
    public bool RejectSchemaInvalid { get; init; } = true;

    /// <summary>Whether unknown formats are answered (T10); the standard leaves it to the receiver.</summary>
    public bool RejectUnsupported { get; init; } = true;

    /// <summary>Whether the original's receiver had once ordered what the message brings (a laboratory answer, say): its role in 1.0 is then REQ, not SPR. <see langword="null"/> to judge by the kind of message.</summary>
    public bool? AnswererIsRequester { get; init; }

    /// <summary>Review by people.</summary>
    public ManualReview Review { get; init; }

    /// <summary>Why people rejected it, list 8221.</summary>
    public IReadOnlyList<CV> ReviewErrors { get; init; } = [];

    /// <summary>How long before the deadline a positive answer goes out for a message still wanted. Default 4 hours.</summary>
    public TimeSpan Margin { get; init; } = TimeSpan.FromHours(4);
}
