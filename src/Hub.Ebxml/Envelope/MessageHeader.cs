namespace Hub.Ebxml.Envelope;

/// <summary>The ebXML message header that every message has (ebXML MS 2.0, 3.1).</summary>
public sealed record MessageHeader
{
    /// <summary>Who sent it.</summary>
    public required Party From { get; init; }

    /// <summary>Who shall have it.</summary>
    public required Party To { get; init; }

    /// <summary>The agreement: a UUID, <c>owner:level:id</c>, or lowest and highest HER-id joined by an underscore (HITS 1172 rule 12).</summary>
    public required string CpaId { get; init; }

    /// <summary>The same through a whole dialogue at ebXML level; answers keep it.</summary>
    public required string ConversationId { get; init; }

    /// <summary>The service.</summary>
    public required ServiceName Service { get; init; }

    /// <summary>The action within the service.</summary>
    public required string Action { get; init; }

    /// <summary>The message's own id; compared exactly, never by case folding. A resend keeps it.</summary>
    public required string MessageId { get; init; }

    /// <summary>When the message was made. Absent zone means UTC; a value that cannot be read becomes <see cref="DateTimeOffset.MinValue"/>.</summary>
    public required DateTimeOffset Timestamp { get; init; }

    /// <summary>The message this one answers: required in errors, absent in acknowledgments (rule 109), tolerated there.</summary>
    public string? RefToMessageId { get; init; }

    /// <summary>After this instant the message must not be delivered; null for no limit. Business messages only.</summary>
    public DateTimeOffset? TimeToLive { get; init; }

    /// <summary>Whether the receiver must drop duplicates; mandatory on business messages (rule 74), never on signals.</summary>
    public bool DuplicateElimination { get; init; }

    /// <summary>Descriptions, among them at most one with the system names of HITS 1210 (<see cref="SystemDescription"/>).</summary>
    public IReadOnlyList<Description> Descriptions { get; init; } = [];

    /// <summary>The header of an answer: parties swapped without roles, same agreement and conversation, the MSH's own service.</summary>
    /// <param name="action">One of <see cref="SignalActions"/>.</param>
    /// <param name="messageId">The answer's own id.</param>
    /// <param name="now">When the answer is made.</param>
    /// <param name="withReference">Whether the header names this message: true for errors, pongs and status, false for acknowledgments.</param>
    public MessageHeader AnswerHeader(string action, string messageId, DateTimeOffset now, bool withReference) => new()
    {
        From = To with { Role = null },
        To = From with { Role = null },
        CpaId = CpaId,
        ConversationId = ConversationId,
        Service = ServiceName.Msh,
        Action = action,
        MessageId = messageId,
        Timestamp = now,
        RefToMessageId = withReference ? MessageId : null,
    };
}
