namespace Hub.Kith.Types;

/// <summary>A person who works in health care.</summary>
public sealed record HealthcareProfessional
{
    /// <summary>Profession, list 9060.</summary>
    public CS? TypeHealthcareProfessional { get; init; }

    /// <summary>Role towards the patient, list 9034.</summary>
    public CV? RoleToPatient { get; init; }

    /// <summary>Family name.</summary>
    public string? FamilyName { get; init; }

    /// <summary>Middle name.</summary>
    public string? MiddleName { get; init; }

    /// <summary>Given name.</summary>
    public string? GivenName { get; init; }

    /// <summary>Date of birth as written.</summary>
    public TS? DateOfBirth { get; init; }

    /// <summary>Sex, list 3101.</summary>
    public CS? Sex { get; init; }

    /// <summary>Nationality, list 9043.</summary>
    public CS? Nationality { get; init; }

    /// <summary>Identifiers: HPR, HER and others of list 8116. MsgHead and felleskomponent 1 ask for one, dialogmelding for none.</summary>
    public IReadOnlyList<Ident> Idents { get; init; } = [];

    /// <summary>Address.</summary>
    public Address? Address { get; init; }

    /// <summary>Telephone numbers and the like.</summary>
    public IReadOnlyList<TeleCom> TeleComs { get; init; } = [];

    /// <summary>The first identifier of a kind, or <see langword="null"/>.</summary>
    /// <param name="kind">Code of list 8116, such as HPR.</param>
    public string? IdOf(string kind) => Idents.FirstOrDefault(i => i.IsKind(kind))?.Id;
}
