using Hub.Kith.Types;

namespace Hub.Kith.AppRec;

/// <summary>Sender or receiver of a receipt. Either an institution or a professional of their own.</summary>
public sealed record ReceiptParty
{
    /// <summary>Role. Optional in the schema, required by the standard: 1.1 PRIM, COP, AVS (list 8112); 1.0 REQ, SPR, COP, RECEIVER.</summary>
    public CS? Role { get; init; }

    /// <summary>Institution.</summary>
    public ReceiptUnit? Inst { get; init; }

    /// <summary>Professional who is no part of an institution.</summary>
    public ReceiptUnit? HcProf { get; init; }

    /// <summary>Medical speciality.</summary>
    public CV? MedSpeciality { get; init; }

    /// <summary>Address.</summary>
    public ReceiptAddress? Address { get; init; }
}
