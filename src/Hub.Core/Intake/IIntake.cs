using Hub.Core.Errors;

namespace Hub.Core.Intake;

/// <summary>The way in that all faces share: parse, route, store, answer.</summary>
public interface IIntake
{
    /// <summary>Takes a request in. When it returns an accepted entry, that entry is durable.</summary>
    /// <param name="request">The authenticated request.</param>
    /// <param name="cancel">The caller went away; what is committed stays.</param>
    /// <returns>What became of each entry.</returns>
    Task<IntakeAnswer> AcceptAsync(IntakeRequest request, CancellationToken cancel);
}

/// <summary>An authenticated request.</summary>
/// <param name="Tenant">Tenant addressed; the caller's key was checked against it.</param>
/// <param name="Source">Sending partner.</param>
/// <param name="Body">The bytes.</param>
/// <param name="MediaType">Media type without parameters, lower case; empty when none was sent.</param>
public sealed record IntakeRequest(string Tenant, string Source, ReadOnlyMemory<byte> Body, string MediaType);

/// <summary>What became of a request.</summary>
/// <param name="Errors">Errors of the request as a whole; nothing was taken in then.</param>
/// <param name="Entries">Entries in the order received.</param>
/// <param name="IsBatch">True when each entry stands for itself.</param>
public sealed record IntakeAnswer(IReadOnlyList<HubError> Errors, IReadOnlyList<EntryAnswer> Entries, bool IsBatch);

/// <summary>What became of an entry.</summary>
/// <param name="Label">How the sender knows it.</param>
/// <param name="Status">What became of it.</param>
/// <param name="MessageIds">Numbers of its messages: new, or those it got when it came first.</param>
/// <param name="Errors">Why it was refused.</param>
/// <param name="Repairs">What was mended.</param>
public sealed record EntryAnswer(
    string Label,
    EntryStatus Status,
    IReadOnlyList<long> MessageIds,
    IReadOnlyList<HubError> Errors,
    IReadOnlyList<Adapters.Repair> Repairs);

/// <summary>What became of an entry.</summary>
public enum EntryStatus
{
    /// <summary>Taken in now (202).</summary>
    Accepted,

    /// <summary>Taken in before with the same content; nothing new was stored (200).</summary>
    Repeated,

    /// <summary>Taken in before with other content; nothing was stored (409).</summary>
    Conflict,

    /// <summary>Refused (4xx).</summary>
    Refused,
}
