using Hub.Kith.Plo.Wire;
using Hub.Kith.Types;

namespace Hub.Kith.Plo;

/// <summary>A measure, planned or in force.</summary>
public sealed record Tiltaksbeskrivelse
{
    /// <summary>Codes of the measure.</summary>
    public IReadOnlyList<CV> IntervensjonTiltakKode { get; init; } = [];

    /// <summary>The measure as text.</summary>
    public string? IntervensjonTiltakBeskrivelse { get; init; }

    /// <summary>Profession, list 9060.</summary>
    public CS? KategoriHelsepersonell { get; init; }

    /// <summary>Keywords.</summary>
    public IReadOnlyList<string> Stikkord { get; init; } = [];

    /// <summary>Date of evaluation.</summary>
    public TS? EvalueringTidspunkt { get; init; }

    /// <summary>Note.</summary>
    public string? Merknad { get; init; }

    /// <summary>When it was carried out.</summary>
    public IReadOnlyList<GjennomforingAvTiltak> GjennomforingAvTiltak { get; init; } = [];

    /// <summary>When it is to be carried out.</summary>
    public PlanlagtGjennomforingTiltak? PlanlagtGjennomforingTiltak { get; init; }

    internal static Tiltaksbeskrivelse Fields(PloFields f, Tiltaksbeskrivelse? x) => new()
    {
        IntervensjonTiltakKode = f.Cvs("IntervensjonTiltakKode", x?.IntervensjonTiltakKode),
        IntervensjonTiltakBeskrivelse = f.Text("IntervensjonTiltakBeskrivelse", x?.IntervensjonTiltakBeskrivelse),
        KategoriHelsepersonell = f.Cs("KategoriHelsepersonell", x?.KategoriHelsepersonell),
        Stikkord = f.Texts("Stikkord", x?.Stikkord),
        EvalueringTidspunkt = f.Date("EvalueringTidspunkt", x?.EvalueringTidspunkt),
        Merknad = f.Text("Merknad", x?.Merknad),
        GjennomforingAvTiltak = f.Parts("GjennomforingAvTiltak", x?.GjennomforingAvTiltak, Plo.GjennomforingAvTiltak.Fields),
        PlanlagtGjennomforingTiltak = f.Part("PlanlagtGjennomforingTiltak", x?.PlanlagtGjennomforingTiltak, PlanlagtGjennomforingTiltak.Fields),
    };
}
