namespace Hub.Simulators.Gerica;

/// <summary>Somebody the journal knows.</summary>
/// <param name="NationalId">Fødselsnummer, D-nummer or felles hjelpenummer.</param>
/// <param name="Given">Given name.</param>
/// <param name="Family">Family name.</param>
public sealed record RegisteredPatient(string NationalId, string Given, string Family)
{
    /// <summary>Middle name, null when none.</summary>
    public string? Middle { get; init; }

    /// <summary>Birth date, null when the journal does not have it.</summary>
    public string? BirthDate { get; init; }

    /// <summary>FHIR administrative gender, null when the journal does not have it.</summary>
    public string? Gender { get; init; }

    /// <summary>Protected address: <c>R</c> confidential, <c>V</c> strictly confidential, null open. The journal itself knows the address all the same.</summary>
    public string? Protection { get; init; }

    /// <summary>Street line.</summary>
    public string Street { get; init; } = "Storgata 1";

    /// <summary>Postal code.</summary>
    public string PostalCode { get; init; } = "3256";

    /// <summary>City.</summary>
    public string City { get; init; } = "Larvik";

    /// <summary>Municipality number.</summary>
    public string Municipality { get; init; } = "3909";

    /// <summary>Telephone, null when none.</summary>
    public string? Phone { get; init; }

    /// <summary>Key box: its place and code, null when none.</summary>
    public string? KeyBox { get; init; }

    /// <summary>Relatives and others, in the order in which they are called.</summary>
    public IReadOnlyList<RegisteredContact> Contacts { get; init; } = [];

    /// <summary>Services by VKP's short code, with the moment from which they are granted.</summary>
    public IReadOnlyDictionary<string, DateTimeOffset> Services { get; init; } = new Dictionary<string, DateTimeOffset>();

    /// <summary>Name of the general practitioner, null when unknown.</summary>
    public string? Doctor { get; init; }

    /// <summary>HER-id of the general practitioner's service, null when unknown.</summary>
    public int? DoctorHer { get; init; }

    /// <summary>When it was last changed.</summary>
    public DateTimeOffset Updated { get; init; } = new(2026, 1, 15, 12, 0, 0, TimeSpan.FromHours(1));
}

/// <summary>Somebody to call.</summary>
/// <param name="Name">Name.</param>
/// <param name="Relation">Relation in words.</param>
/// <param name="Phone">Telephone.</param>
/// <param name="NextOfKin">Whether the patient named them as next of kin.</param>
/// <param name="HasKey">Whether they have a key.</param>
public sealed record RegisteredContact(string Name, string Relation, string Phone, bool NextOfKin = false, bool HasKey = false);
