using Hub.Kith.Types;

namespace Hub.Kith.AppRec;

/// <summary>An institution (Inst), department (Dept), person of them (HCPerson) or professional (HCProf) in a receipt.</summary>
public sealed record ReceiptUnit
{
    /// <summary>Kind of department or profession; not for institutions and their persons.</summary>
    public CS? Type { get; init; }

    /// <summary>Name; of a person in one text.</summary>
    public string? Name { get; init; }

    /// <summary>Identifier.</summary>
    public string? Id { get; init; }

    /// <summary>Kind of identifier, list 8268.</summary>
    public CS? TypeId { get; init; }

    /// <summary>Further identifiers.</summary>
    public IReadOnlyList<ReceiptId> AdditionalIds { get; init; } = [];

    /// <summary>Departments; only of an institution.</summary>
    public IReadOnlyList<ReceiptUnit> Departments { get; init; } = [];

    /// <summary>Persons; only of an institution.</summary>
    public IReadOnlyList<ReceiptUnit> Persons { get; init; } = [];

    /// <summary>The identifier of a kind, wherever it stands, or <see langword="null"/>.</summary>
    /// <param name="kind">Code such as HER.</param>
    public string? IdOf(string kind) => TypeId?.V == kind ? Id : AdditionalIds.FirstOrDefault(i => i.Type.V == kind)?.Id;
}

/// <summary>A further identifier.</summary>
/// <param name="Id">Identifier.</param>
/// <param name="Type">Its kind, list 8268.</param>
public sealed record ReceiptId(string Id, CS Type);
