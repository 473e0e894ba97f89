using Hub.Ebxml.Envelope;
using Hub.Ebxml.Messages;

namespace Hub.Ebxml.Inspection;

/// <summary>All rules, in the order of the standard. Grouped as HITS 1172 groups them; within a group some numbers are our reading.</summary>
public static class MessageRules
{
    private static readonly MessageRule[] All =
        [.. MimeRules.All, .. HeaderRules.All, .. PartyRules.All, .. PayloadRules.All, .. SignalRules.All];

    /// <summary>What a message breaks; what could not even be read is in the findings of the envelope and of the MIME reading.</summary>
    /// <param name="received">The message taken apart.</param>
    public static IReadOnlyList<Finding> Check(ReceivedMessage received)
    {
        ArgumentNullException.ThrowIfNull(received);
        if (received.Message is not { } message)
            return [];
        var input = new RuleInput(received, message);
        return [.. All.Where(r => r.Broken(input)).Select(r => r.ToFinding())];
    }
}
