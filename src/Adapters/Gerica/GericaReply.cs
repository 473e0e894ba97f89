using Hub.Adapters.Http;
using Hub.Core.Adapters;

namespace Hub.Adapters.Gerica;

/// <summary>What came back from one call.</summary>
/// <param name="Status">HTTP status; 0 when nothing came.</param>
/// <param name="Headers">The headers that matter.</param>
/// <param name="Body">The body, as far as it was read.</param>
/// <param name="Whole">Whether the body was read whole.</param>
/// <param name="Failure">Why there is no answer, or none that may be used; null when there is one.</param>
public sealed record GericaReply(int Status, AnswerHeaders Headers, ReadOnlyMemory<byte> Body, bool Whole, SendOutcome.Failed? Failure)
{
    /// <summary>No answer.</summary>
    /// <param name="failure">Why.</param>
    /// <returns>The reply.</returns>
    public static GericaReply Lost(SendOutcome.Failed failure) => new(0, new AnswerHeaders(""), default, false, failure);
}
