using Hub.Core.Errors;
using Hub.Core.Tenants;

namespace Hub.Core.Adapters;

/// <summary>An adapter whose protocol has a question of its own that proves more than an open connection does.</summary>
public interface IPingingAdapter : IAdapter
{
    /// <summary>Asks a partner, once. Nothing is stored, and nothing about a patient is sent.</summary>
    /// <param name="partner">The partner.</param>
    /// <param name="context">What it may use; there may be no hub around.</param>
    /// <param name="cancel">Cancelled when it takes too long.</param>
    /// <returns>What came of it. Never throws for what a partner or network does.</returns>
    Task<PingOutcome> PingAsync(PartnerConfig partner, SenderContext context, CancellationToken cancel);
}

/// <summary>What came of asking a partner.</summary>
/// <param name="Answered">True when it answered as it should, false when it did not; null when it took the question and answers another way.</param>
/// <param name="Text">What happened, without personal data.</param>
/// <param name="Error">What is wrong; null when nothing is.</param>
public sealed record PingOutcome(bool? Answered, string Text, HubError? Error = null)
{
    /// <summary>Where the partner was asked; null when no address is known.</summary>
    public Uri? Endpoint { get; init; }

    /// <summary>Id of the question, which an answer that comes another way refers to; null when none is to come.</summary>
    public string? Asked { get; init; }

    /// <summary>It did not work.</summary>
    /// <param name="error">Why.</param>
    /// <returns>The outcome.</returns>
    public static PingOutcome Failed(HubError error) => new(false, error.Text, error);
}
