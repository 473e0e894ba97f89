using Hub.Kith.Plo.Wire;
using Hub.Kith.Types;

namespace Hub.Kith.Plo;

/// <summary>The request that the message answers, repeated from the dialogmelding.</summary>
public sealed record Foresporsel
{
    /// <summary>Kind of request, list 8331, 9152, 9153 or 9154.</summary>
    public CV? TypeForesp { get; init; }

    /// <summary>Purpose, list 9068.</summary>
    public CV? Formål { get; init; }

    /// <summary>Urgency, list 9067.</summary>
    public CS? Hastegrad { get; init; }

    /// <summary>Kind of journal information, list 9066.</summary>
    public CV? TypeJournalinfo { get; init; }

    /// <summary>The question.</summary>
    public string? Sporsmal { get; init; }

    /// <summary>Why it was asked.</summary>
    public string? Begrunnelse { get; init; }

    /// <summary>First date.</summary>
    public TS? FraDato { get; init; }

    /// <summary>Last date.</summary>
    public TS? TilDato { get; init; }

    /// <summary>Id of the document with the request.</summary>
    public string? RefDokIdForesp { get; init; }

    internal static Foresporsel Fields(PloFields f, Foresporsel? x) => new()
    {
        TypeForesp = f.Cv("TypeForesp", x?.TypeForesp, required: true),
        Formål = f.Cv("Formål", x?.Formål),
        Hastegrad = f.Cs("Hastegrad", x?.Hastegrad),
        TypeJournalinfo = f.Cv("TypeJournalinfo", x?.TypeJournalinfo),
        Sporsmal = f.Text("Sporsmal", x?.Sporsmal),
        Begrunnelse = f.Text("Begrunnelse", x?.Begrunnelse),
        FraDato = f.Date("FraDato", x?.FraDato),
        TilDato = f.Date("TilDato", x?.TilDato),
        RefDokIdForesp = f.Text("RefDokIdForesp", x?.RefDokIdForesp),
    };
}
