namespace Hub.Core.Tenants;

/// <summary>How a tenant hands patients over: section <c>handovers</c> of its file.</summary>
public sealed record HandoverSettings
{
    /// <summary>How long a proposal waits for an answer at least, whatever moment was agreed: allocation offices decide on working days. Default 7 days, 1 hour to 90 days.</summary>
    public TimeSpan AnswerWithin { get; init; } = TimeSpan.FromDays(7);
}
