using Hub.Adapters.Http;
using Hub.Core.Adapters;

namespace Hub.Adapters.Tellu.Link;

/// <summary>What a call gave.</summary>
/// <param name="Status">HTTP status; 0 when there was no answer.</param>
/// <param name="Headers">The headers that every call looks at.</param>
/// <param name="Body">The body, as much of it as came.</param>
/// <param name="Whole">False when the body was cut off or is larger than is read.</param>
/// <param name="Failure">Why there was no answer.</param>
internal sealed record TelluReply(int Status, AnswerHeaders Headers, ReadOnlyMemory<byte> Body, bool Whole, SendOutcome.Failed? Failure)
{
    /// <summary>The version tag of what was answered, quotes included; null when there was none.</summary>
    public string? ETag { get; init; }

    /// <summary>Where the feed goes on after this page (<c>X-Next-Cursor</c>), told beside the page for when it cannot be read; null when there is none.</summary>
    public string? NextCursor { get; init; }

    /// <summary>True when the body is larger than is read at once.</summary>
    public bool TooLarge => !Whole && Body.Length > BoundedBody.Limit;

    public static TelluReply Lost(SendOutcome.Failed failure) => new(0, new AnswerHeaders(""), default, false, failure);
}
