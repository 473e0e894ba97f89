using Hub.Core.Adapters;
using Hub.Core.Storage;

namespace Hub.Delivery.Intake;

/// <summary>A request that waits to be written, with the events it was read into, in the order of its messages.</summary>
internal sealed class IntakeJob(NewRawMessage raw, ParsedEvent[] events)
    : TaskCompletionSource<IntakeVerdict>(TaskCreationOptions.RunContinuationsAsynchronously)
{
    public NewRawMessage Raw { get; } = raw;

    public ParsedEvent[] Events { get; } = events;
}

/// <summary>What the writer says of a request.</summary>
/// <param name="Replies">One per message when it was written.</param>
/// <param name="Error">Why it was not.</param>
internal readonly record struct IntakeVerdict(IReadOnlyList<IntakeReply>? Replies, Core.Errors.HubError? Error);
