namespace Hub.Kith.Types;

/// <summary>An enterprise, or a service or unit within one.</summary>
public sealed record Organisation
{
    /// <summary>Name. <see langword="null"/> only when the whole element is without content, which MsgHead allows.</summary>
    public string? Name { get; init; }

    /// <summary>Kind of organisation.</summary>
    public CV? Type { get; init; }

    /// <summary>Identifiers, list 9051.</summary>
    public IReadOnlyList<Ident> Idents { get; init; } = [];

    /// <summary>Address.</summary>
    public Address? Address { get; init; }

    /// <summary>Telephone numbers and the like.</summary>
    public IReadOnlyList<TeleCom> TeleComs { get; init; } = [];

    /// <summary>Organisation within: with service-based addressing the service (HIS 1153-2).</summary>
    public Organisation? Inner { get; init; }

    /// <summary>Person within; only in MsgHead.</summary>
    public HealthcareProfessional? Professional { get; init; }

    /// <summary>The first identifier of a kind, or <see langword="null"/>.</summary>
    /// <param name="kind">Code of list 9051, such as HER or ENH.</param>
    public string? IdOf(string kind) => Idents.FirstOrDefault(i => i.IsKind(kind))?.Id;
}
