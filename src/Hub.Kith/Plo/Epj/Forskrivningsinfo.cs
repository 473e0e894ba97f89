using Hub.Kith.Plo.Wire;
using Hub.Kith.Types;

namespace Hub.Kith.Plo;

/// <summary>The medication and its dose.</summary>
public sealed record Forskrivningsinfo
{
    /// <summary>What it is for.</summary>
    public string? BruksomradeTekst { get; init; }

    /// <summary>The dose as text.</summary>
    public string? DosVeiledEnkel { get; init; }

    /// <summary>Item number.</summary>
    public string? Nr { get; init; }

    /// <summary>Name of the medication.</summary>
    public string? Navn { get; init; }

    /// <summary>Generic name.</summary>
    public string? GeneriskNavn { get; init; }

    /// <summary>ATC code, list 7180.</summary>
    public CS? Atc { get; init; }

    /// <summary>Form, list 7448.</summary>
    public CS? Legemiddelform { get; init; }

    /// <summary>Strength, unit of list 9090.</summary>
    public PQ? Styrke { get; init; }

    /// <summary>List 9101: 1 regular, 2 course, 3 when needed.</summary>
    public CS? Bruk { get; init; }

    /// <summary>First time.</summary>
    public TS? DoseringStarttidspunkt { get; init; }

    /// <summary>Last time.</summary>
    public TS? DoseringSluttidspunkt { get; init; }

    /// <summary>Whether it must not be taken with other medication.</summary>
    public bool? SkalIkkeTasSammenMedAnnetLegemiddel { get; init; }

    internal static Forskrivningsinfo Fields(PloFields f, Forskrivningsinfo? x) => new()
    {
        BruksomradeTekst = f.Text("BruksomradeTekst", x?.BruksomradeTekst),
        DosVeiledEnkel = f.Text("DosVeiledEnkel", x?.DosVeiledEnkel),
        Nr = f.Text("Nr", x?.Nr),
        Navn = f.Text("Navn", x?.Navn, required: true),
        GeneriskNavn = f.Text("GeneriskNavn", x?.GeneriskNavn),
        Atc = f.Cs("Atc", x?.Atc),
        Legemiddelform = f.Cs("Legemiddelform", x?.Legemiddelform),
        Styrke = f.Pq("Styrke", x?.Styrke),
        Bruk = f.Cs("Bruk", x?.Bruk),
        DoseringStarttidspunkt = f.Ts("DoseringStarttidspunkt", x?.DoseringStarttidspunkt),
        DoseringSluttidspunkt = f.Ts("DoseringSluttidspunkt", x?.DoseringSluttidspunkt),
        SkalIkkeTasSammenMedAnnetLegemiddel = f.Flag("SkalIkkeTasSammenMedAnnetLegemiddel", x?.SkalIkkeTasSammenMedAnnetLegemiddel),
    };
}
