using Hub.Ebxml.Mime;

namespace Hub.Simulators.Messaging;

/// <summary>What goes back on the connection a message came by.</summary>
/// <param name="Status">HTTP status; 0 = the connection is cut.</param>
/// <param name="Body">The answer; null when there is none.</param>
internal sealed record InboxAnswer(int Status, MimeMessage? Body)
{
    /// <summary>Taken; an answer goes its own way.</summary>
    public static InboxAnswer Accepted { get; } = new(202, null);

    /// <summary>Nothing comes back.</summary>
    public static InboxAnswer Lost { get; } = new(0, null);
}
