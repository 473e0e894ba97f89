namespace Hub.Simulators.Messaging;

/// <summary>A forgery that was sent, and what the other side said to it.</summary>
/// <param name="MessageId">eb:MessageId it claims.</param>
/// <param name="Kind">What is wrong with it.</param>
public sealed record SentForgery(string MessageId, Forgery Kind)
{
    /// <summary>Whether it was acknowledged.</summary>
    public bool IsAcknowledged { get; init; }

    /// <summary>Codes of the errors it was answered with; empty while there is no error.</summary>
    public IReadOnlyList<string> Errors { get; init; } = [];
}
