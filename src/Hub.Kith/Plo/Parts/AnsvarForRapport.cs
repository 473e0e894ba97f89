using Hub.Kith.Plo.Wire;
using Hub.Kith.Types;

namespace Hub.Kith.Plo;

/// <summary>The professional who answers for the message (HITS 1174).</summary>
public sealed record AnsvarForRapport
{
    /// <summary>The professional, with profession, role and telephone.</summary>
    public HealthcareProfessional? AnsvarligRapport { get; init; }

    /// <summary>Date of approval.</summary>
    public TS? GodkjentDato { get; init; }

    /// <summary>Relation of the professional to the message, list 8254.</summary>
    public CV? TypeRelasjon { get; init; }

    /// <summary>Note.</summary>
    public string? Merknad { get; init; }

    internal static AnsvarForRapport Fields(PloFields f, AnsvarForRapport? x) => new()
    {
        AnsvarligRapport = f.Professional("AnsvarligRapport", x?.AnsvarligRapport, required: true),
        GodkjentDato = f.Date("GodkjentDato", x?.GodkjentDato),
        TypeRelasjon = f.Cv("TypeRelasjon", x?.TypeRelasjon),
        Merknad = f.Text("Merknad", x?.Merknad),
    };
}
