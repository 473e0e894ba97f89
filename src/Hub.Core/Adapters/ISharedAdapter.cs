using Hub.Core.Errors;
using Hub.Core.Tenants;

namespace Hub.Core.Adapters;

/// <summary>Reads what comes over one connection for many tenants: says which organisation each entry belongs to, and cuts a message into one for each of them. What belongs to whom is decided here; whether that tenant is served over the connection is not.</summary>
public interface ISharedAdapter : IInboundAdapter
{
    /// <summary>Cuts a message by organisation. Pure: the same bytes give the same parts.</summary>
    /// <param name="body">The bytes as received.</param>
    /// <param name="mode">How strictly the connection's messages are read.</param>
    /// <returns>The parts; never throws for bad input.</returns>
    SharedSplit Split(ReadOnlyMemory<byte> body, InboundMode mode);
}

/// <summary>A message of a shared connection, cut by organisation.</summary>
/// <param name="Errors">Why the message as a whole is refused; nothing of it is taken in then.</param>
/// <param name="IsTransaction">True when all of it is taken in or nothing (then there is at most one part); false when each entry stands for itself.</param>
/// <param name="Entries">Every entry in the order received, one answer each.</param>
/// <param name="Parts">What goes to each organisation, in the order in which they first appear.</param>
public sealed record SharedSplit(IReadOnlyList<HubError> Errors, bool IsTransaction, IReadOnlyList<SharedEntry> Entries, IReadOnlyList<SharedPart> Parts)
{
    /// <summary>A message that is refused as a whole.</summary>
    /// <param name="errors">At least one error.</param>
    /// <returns>The outcome.</returns>
    public static SharedSplit Refused(params IReadOnlyList<HubError> errors) => new(errors, false, [], []);
}

/// <summary>An entry of a shared message.</summary>
/// <param name="Label">How the sender knows it, null when it gave no name.</param>
/// <param name="Type">Type of its resource; empty when it has none.</param>
/// <param name="Errors">Why it goes to nobody; empty when it goes to a part, or only belongs to other entries.</param>
public sealed record SharedEntry(string? Label, string Type, IReadOnlyList<HubError> Errors);

/// <summary>What goes to one organisation.</summary>
/// <param name="Orgnr">Organisation number as the message names it; not yet checked against the tenants.</param>
/// <param name="Body">A message of its own with this organisation's entries, byte for byte as they came, and nothing of others.</param>
/// <param name="Members">Place of each of its entries in the message as received.</param>
/// <param name="Answered">Places of the entries that the intake answers, in its order.</param>
public sealed record SharedPart(string Orgnr, ReadOnlyMemory<byte> Body, IReadOnlyList<int> Members, IReadOnlyList<int> Answered);
