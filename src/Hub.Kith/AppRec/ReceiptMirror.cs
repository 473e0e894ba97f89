using Hub.Kith.MsgHead;
using Hub.Kith.Types;

namespace Hub.Kith.AppRec;

/// <summary>Parties of a MsgHead as parties of a receipt.</summary>
public static class ReceiptMirror
{
    /// <summary>The receiver that answers.</summary>
    /// <param name="original">Head of the message answered.</param>
    /// <param name="from">Which of its receivers.</param>
    public static ReceiptParty Receiver(MsgInfo original, AnsweringReceiver from)
    {
        ArgumentNullException.ThrowIfNull(original);
        if (from.IsPrimary) return Of(original.Receiver.Organisation);
        var other = original.OtherReceivers[from.Copy];
        if (other.Organisation is not null) return Of(other.Organisation);
        return other.Professional is { } professional
            ? new ReceiptParty { HcProf = Person(professional) with { Type = professional.TypeHealthcareProfessional }, Address = Address(professional.Address, professional.TeleComs) }
            : new ReceiptParty { Inst = new ReceiptUnit() };
    }

    /// <summary>
    /// An organisation: outer one to Inst, inner one to Dept, person to HCPerson. A person beside or inside a service only signs and is left out.
    /// </summary>
    /// <param name="organisation">Outer organisation.</param>
    public static ReceiptParty Of(Organisation organisation)
    {
        ArgumentNullException.ThrowIfNull(organisation);
        var inst = Unit(organisation.Name, organisation.Idents) with
        {
            Departments = organisation.Inner is { } inner ? [Unit(inner.Name, inner.Idents)] : [],
            Persons = organisation is { Inner: null, Professional: { } person } ? [Person(person)] : [],
        };
        var address = Address(organisation.Address, organisation.TeleComs)
            ?? (organisation.Inner is { } service ? Address(service.Address, service.TeleComs) : null);
        return new ReceiptParty { Inst = inst, Address = address };
    }

    private static ReceiptUnit Person(HealthcareProfessional person)
    {
        var name = string.Join(' ', new[] { person.GivenName, person.MiddleName, person.FamilyName }.Where(n => !string.IsNullOrWhiteSpace(n)));
        return Unit(name.Length == 0 ? null : name, person.Idents);
    }

    private static ReceiptUnit Unit(string? name, IReadOnlyList<Ident> idents) => new()
    {
        Name = name,
        Id = idents is [var first, ..] ? first.Id : null,
        TypeId = idents is [var kind, ..] ? Kind(kind) : null,
        AdditionalIds = [.. idents.Skip(1).Select(i => new ReceiptId(i.Id, Kind(i)))],
    };

    private static CS Kind(Ident ident) => new(ident.TypeId.V, ident.TypeId.DN);

    private static ReceiptAddress? Address(Address? address, IReadOnlyList<TeleCom> teleComs) => address is null && teleComs.Count == 0 ? null : new ReceiptAddress
    {
        // Required by the schema; without content when the message does not say it, for nothing is to be added.
        Type = address?.Type ?? new CS(null),
        // A receipt has no place for a post box of its own.
        StreetAdr = address?.StreetAdr ?? address?.Postbox,
        PostalCode = address?.PostalCode,
        City = address?.City,
        County = address?.County,
        Country = address?.Country,
        TeleAddresses = [.. teleComs.Select(t => t.TeleAddress)],
    };
}
