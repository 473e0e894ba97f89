using Hub.Core.Errors;
using Hub.Core.Lookups;
using Hub.Core.Tenants;

namespace Hub.Core.Adapters;

/// <summary>Answers questions about a patient by asking an outside system while the asker waits. Nothing is stored.</summary>
public interface ILookupAdapter : IAdapter
{
    /// <summary>What the partner can be asked as configured; empty when nothing.</summary>
    /// <param name="partner">The partner.</param>
    /// <returns>Kinds of questions.</returns>
    IReadOnlySet<LookupKind> Answers(PartnerConfig partner);

    /// <summary>Opens the way for questions. Called once per partner and configuration; disposed when the partner changes.</summary>
    /// <param name="partner">The partner.</param>
    /// <param name="context">What it may use.</param>
    /// <returns>The way.</returns>
    ILookup OpenLookup(PartnerConfig partner, SenderContext context);
}

/// <summary>Asks one partner. Safe for concurrent use.</summary>
public interface ILookup : IAsyncDisposable
{
    /// <summary>Asks. Never throws for what a partner or network does.</summary>
    /// <param name="query">The question; of a kind that the adapter answers.</param>
    /// <param name="cancel">Cancelled at the deadline; then the answer is <see cref="LookupErrors.TimedOut"/>.</param>
    /// <returns>What it has, or why it could not answer (an error of <see cref="LookupErrors"/>). Nothing found is an answer with no findings.</returns>
    Task<Result<LookupAnswer>> AskAsync(LookupQuery query, CancellationToken cancel);
}
