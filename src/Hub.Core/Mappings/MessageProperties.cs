namespace Hub.Core.Mappings;

/// <summary>Names in <see cref="OutboundDocument.Properties"/> and in <see cref="Content.ClinicalMessage.Transport"/>: what an answer must know of the message it answers, and a document of the envelope it goes out in. All are optional.</summary>
public static class MessageProperties
{
    /// <summary>The conversation at transport level (eb:ConversationId); answers keep it.</summary>
    public const string Conversation = "conversation";

    /// <summary>The service (eb:Service); an AppRec goes back under the service of the document it answers (HISD 1209).</summary>
    public const string Service = "service";

    /// <summary>The action (eb:Action).</summary>
    public const string Action = "action";

    /// <summary>Role of the sender (eb:From/eb:Role). In an answer the roles of the original change places.</summary>
    public const string FromRole = "fromRole";

    /// <summary>Role of the receiver (eb:To/eb:Role).</summary>
    public const string ToRole = "toRole";

    /// <summary>The agreement (eb:CPAId); answers keep it.</summary>
    public const string Agreement = "agreement";

    /// <summary>HER-id of the sending communication party.</summary>
    public const string Sender = "sender";

    /// <summary>HER-id of the receiving communication party. In an answer the sender of the original.</summary>
    public const string Receiver = "receiver";

    /// <summary>Id of the message at transport level (eb:MessageId).</summary>
    public const string Message = "message";

    /// <summary>The properties of an answer: same conversation, service and agreement, parties and roles swapped, another action.</summary>
    /// <param name="original">What the transport said of the original.</param>
    /// <param name="action">The answer's action.</param>
    /// <returns>The properties; what the original lacks is left out.</returns>
    public static IReadOnlyDictionary<string, string> Answer(IReadOnlyDictionary<string, string> original, string action)
    {
        var answer = new Dictionary<string, string>(StringComparer.Ordinal) { [Action] = action };
        foreach (var (from, to) in new[]
        {
            (Conversation, Conversation), (Service, Service), (Agreement, Agreement),
            (FromRole, ToRole), (ToRole, FromRole), (Sender, Receiver), (Receiver, Sender),
        })
        {
            if (original.TryGetValue(from, out var value))
                answer[to] = value;
        }

        return answer;
    }
}
