namespace Hub.Kith.Types;

/// <summary>A patient or another person.</summary>
public sealed record Person
{
    /// <summary>Family name.</summary>
    public string? FamilyName { get; init; }

    /// <summary>Middle name.</summary>
    public string? MiddleName { get; init; }

    /// <summary>Given name.</summary>
    public string? GivenName { get; init; }

    /// <summary>Date of birth as written; see <see cref="TS.Date"/>.</summary>
    public TS? DateOfBirth { get; init; }

    /// <summary>Sex, list 3101. May be an element without content.</summary>
    public CS? Sex { get; init; }

    /// <summary>Nationality, list 9043.</summary>
    public CS? Nationality { get; init; }

    /// <summary>Identifiers, list 8116.</summary>
    public IReadOnlyList<Ident> Idents { get; init; } = [];

    /// <summary>Address.</summary>
    public Address? Address { get; init; }

    /// <summary>Telephone numbers and the like.</summary>
    public IReadOnlyList<TeleCom> TeleComs { get; init; } = [];

    /// <summary>The first identifier of a kind, or <see langword="null"/>.</summary>
    /// <param name="kind">Code of list 8116, such as FNR.</param>
    public string? IdOf(string kind) => Idents.FirstOrDefault(i => i.IsKind(kind))?.Id;
}
