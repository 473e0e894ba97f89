using Hub.Ebxml.Agreements;

namespace Hub.Ebxml.AddressRegister;

/// <summary>One entry of the address register, as far as sending and receiving needs it.</summary>
public sealed record CommunicationParty
{
    /// <summary>Its HER-id.</summary>
    public required int Her { get; init; }

    /// <summary>Registered name.</summary>
    public required string Name { get; init; }

    /// <summary>Name for people; null when not given.</summary>
    public string? DisplayName { get; init; }

    /// <summary>Its level.</summary>
    public PartyLevel Level { get; init; }

    /// <summary>HER-id of the enterprise it belongs to; null for an enterprise or when not given.</summary>
    public int? ParentHer { get; init; }

    /// <summary>Organisation number, from the entry or its parent; null when not given.</summary>
    public string? OrganizationNumber { get; init; }

    /// <summary>Code of the service (code list 8663) or of the business (9040); null when not given.</summary>
    public string? Code { get; init; }

    /// <summary>HER-ids of the services of an enterprise.</summary>
    public IReadOnlyList<int> Services { get; init; } = [];

    /// <summary>HER-ids of the persons of an enterprise.</summary>
    public IReadOnlyList<int> Persons { get; init; } = [];

    /// <summary>Mail address for messages, as registered; null when there is none.</summary>
    public string? EdiAddress { get; init; }

    /// <summary>Certificate it signs with; null when there is none.</summary>
    public PartnerCertificate? SigningCertificate { get; init; }

    /// <summary>Certificate others encrypt to; null when there is none.</summary>
    public PartnerCertificate? EncryptionCertificate { get; init; }

    /// <summary>Message types it says it supports, where the entry lists any; empty means not said.</summary>
    public IReadOnlyList<string> Processes { get; init; } = [];

    /// <summary>First instant of the entry; null when not given.</summary>
    public DateTimeOffset? ValidFrom { get; init; }

    /// <summary>Last instant of the entry; null when not given.</summary>
    public DateTimeOffset? ValidTo { get; init; }

    /// <summary>What was odd in the entry and read all the same.</summary>
    public IReadOnlyList<Failure> Remarks { get; init; } = [];

    /// <summary>Whether messages may be addressed to it: not an enterprise (rules 30 and 54).</summary>
    public bool IsMessageLevel => Level != PartyLevel.Organization;

    /// <summary>Whether the entry holds at an instant.</summary>
    /// <param name="instant">The instant.</param>
    /// <returns>True inside its validity.</returns>
    public bool IsValidAt(DateTimeOffset instant) => (ValidFrom is null || instant >= ValidFrom) && (ValidTo is null || instant <= ValidTo);
}
