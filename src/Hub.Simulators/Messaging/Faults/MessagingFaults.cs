namespace Hub.Simulators.Messaging;

/// <summary>What is wrong with a counterpart at the moment. Rates are shares, 0 to 1, drawn at random for each message and each try.</summary>
public sealed record MessagingFaults
{
    /// <summary>Nothing is wrong.</summary>
    public static MessagingFaults None { get; } = new();

    /// <summary>Share of incoming messages whose connection is cut before anything happened.</summary>
    public double CutRate { get; init; }

    /// <summary>Share of incoming messages answered 202 of which nothing is ever seen again.</summary>
    public double SwallowRate { get; init; }

    /// <summary>Share of incoming messages that take effect and whose answer is lost: connection cut, receipt not sent.</summary>
    public double LoseAnswerRate { get; init; }

    /// <summary>Share of outgoing messages and receipts that are lost on their way, unseen by the sender.</summary>
    public double LoseOutgoingRate { get; init; }

    /// <summary>Share of outgoing messages and receipts that arrive twice.</summary>
    public double DuplicateRate { get; init; }

    /// <summary>Share of outgoing messages and receipts that are overtaken by what is sent after them.</summary>
    public double ReorderRate { get; init; }

    /// <summary>Longest time an outgoing message is on its way, drawn evenly from zero; default zero.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>Share of incoming business messages refused with a MessageError (<see cref="ErrorCode"/>).</summary>
    public double ErrorRate { get; init; }

    /// <summary>ebXML code of <see cref="ErrorRate"/>; default DeliveryFailure.</summary>
    public string ErrorCode { get; init; } = Hub.Ebxml.Envelope.ErrorCodes.DeliveryFailure;

    /// <summary>Share of receipts whose digests are not those of the message.</summary>
    public double WrongDigestRate { get; init; }

    /// <summary>Share of documents answered with a negative AppRec (<see cref="RejectCode"/>).</summary>
    public double RejectRate { get; init; }

    /// <summary>National ids of patients that are not in its journal: their documents are rejected with <see cref="RejectCode"/>.</summary>
    public IReadOnlyList<string> UnknownPatients { get; init; } = [];

    /// <summary>Code of list 8221 for rejections; default E35, patient not in the system.</summary>
    public string RejectCode { get; init; } = "E35";

    /// <summary>Share of documents that never get an AppRec.</summary>
    public double SilentRate { get; init; }

    /// <summary>HTTP status that every request is answered with, 0 (default) = none: the service is up.</summary>
    public int Status { get; init; }
}
