using Hub.Kith.Plo.Wire;
using Hub.Kith.Types;

namespace Hub.Kith.Plo;

/// <summary>Another document that was sent, on paper or otherwise.</summary>
public sealed record SendtDokument
{
    /// <summary>Kind of document, list 8329.</summary>
    public CV? Opplysning { get; init; }

    /// <summary>Whether it was sent.</summary>
    public bool? JaNei { get; init; }

    /// <summary>Date sent.</summary>
    public TS? DatoSendt { get; init; }

    /// <summary>Kind of receiver, list 8330.</summary>
    public CV? TypeMottaker { get; init; }

    /// <summary>Name of the receiver.</summary>
    public string? NavnMottaker { get; init; }

    /// <summary>Note.</summary>
    public string? Merknad { get; init; }

    internal static SendtDokument Fields(PloFields f, SendtDokument? x) => new()
    {
        Opplysning = f.Cv("Opplysning", x?.Opplysning, required: true),
        JaNei = f.Flag("JaNei", x?.JaNei, required: true),
        DatoSendt = f.Date("DatoSendt", x?.DatoSendt),
        TypeMottaker = f.Cv("TypeMottaker", x?.TypeMottaker),
        NavnMottaker = f.Text("NavnMottaker", x?.NavnMottaker),
        Merknad = f.Text("Merknad", x?.Merknad),
    };
}
