using Hub.Kith.Plo.Wire;
using Hub.Kith.Types;

namespace Hub.Kith.Plo;

/// <summary>Who answers for an assessment.</summary>
public sealed record Ansvarlig
{
    /// <summary>Kind of event, list 9131.</summary>
    public CV? TypeHendelse { get; init; }

    /// <summary>When it happens or happened.</summary>
    public TS? TidspunktForHendelse { get; init; }

    /// <summary>Whether the assessment was made outside the sender.</summary>
    public bool? Ekstern { get; init; }

    /// <summary>The professional.</summary>
    public HealthcareProfessional? AnsvarligTjenesteyter { get; init; }

    /// <summary>The enterprise.</summary>
    public Organisation? Virksomhet { get; init; }

    /// <summary>Note.</summary>
    public string? Merknad { get; init; }

    internal static Ansvarlig Fields(PloFields f, Ansvarlig? x) => new()
    {
        TypeHendelse = f.Cv("TypeHendelse", x?.TypeHendelse),
        TidspunktForHendelse = f.DateTime("TidspunktForHendelse", x?.TidspunktForHendelse, required: true),
        Ekstern = f.Flag("Ekstern", x?.Ekstern, required: true),
        AnsvarligTjenesteyter = f.Professional("AnsvarligTjenesteyter", x?.AnsvarligTjenesteyter),
        Virksomhet = f.Unit("Virksomhet", x?.Virksomhet),
        Merknad = f.Text("Merknad", x?.Merknad),
    };
}
