using Hub.Kith.Plo.Wire;
using Hub.Kith.Types;

namespace Hub.Kith.Plo;

/// <summary>What the patient is allergic to and what that means.</summary>
public sealed record Allergi
{
    /// <summary>Matters when prescribing.</summary>
    public bool? HensynVedForskrivning { get; init; }

    /// <summary>Matters for food and drink.</summary>
    public bool? HensynMatDrikke { get; init; }

    /// <summary>Contact allergy.</summary>
    public bool? Kontaktallergi { get; init; }

    /// <summary>Pollen or insects.</summary>
    public bool? PollenInnsektstikk { get; init; }

    /// <summary>The substance as text.</summary>
    public string? AllergiskMot { get; init; }

    /// <summary>Active substance, list 7180.</summary>
    public CV? VirkestoffLegemiddel { get; init; }

    /// <summary>Code of another substance.</summary>
    public CV? KodeAnnetStoff { get; init; }

    /// <summary>Anaphylactic reactions.</summary>
    public CS? AnafylaktiskeReaksjoner { get; init; }

    internal static Allergi Fields(PloFields f, Allergi? x) => new()
    {
        HensynVedForskrivning = f.Flag("HensynVedForskrivning", x?.HensynVedForskrivning),
        HensynMatDrikke = f.Flag("HensynMatDrikke", x?.HensynMatDrikke),
        Kontaktallergi = f.Flag("Kontaktallergi", x?.Kontaktallergi),
        PollenInnsektstikk = f.Flag("PollenInnsektstikk", x?.PollenInnsektstikk),
        AllergiskMot = f.Text("AllergiskMot", x?.AllergiskMot, required: true),
        VirkestoffLegemiddel = f.Cv("VirkestoffLegemiddel", x?.VirkestoffLegemiddel),
        KodeAnnetStoff = f.Cv("KodeAnnetStoff", x?.KodeAnnetStoff),
        AnafylaktiskeReaksjoner = f.Cs("AnafylaktiskeReaksjoner", x?.AnafylaktiskeReaksjoner),
    };
}
