using Hub.Kith.Plo.Wire;
using Hub.Kith.Types;

namespace Hub.Kith.Plo;

/// <summary>Report of another profession.</summary>
public sealed record AndreFagrapporter
{
    /// <summary>Date the treatment began.</summary>
    public TS? BehandlingStart { get; init; }

    /// <summary>Status at admission.</summary>
    public string? StatusInnleggelse { get; init; }

    /// <summary>Status when treatment began.</summary>
    public string? StatusBehandlingsstart { get; init; }

    /// <summary>Status expected at discharge.</summary>
    public string? ForventetStatusUtskriving { get; init; }

    /// <summary>The professional, with profession, role and telephone.</summary>
    public HealthcareProfessional? AnsvarligRapport { get; init; }

    /// <summary>The text, or the texts in order.</summary>
    public IReadOnlyList<Journaltekst> Journaltekst { get; init; } = [];

    internal static AndreFagrapporter Fields(PloFields f, AndreFagrapporter? x) => new()
    {
        BehandlingStart = f.Date("BehandlingStart", x?.BehandlingStart),
        StatusInnleggelse = f.Text("StatusInnleggelse", x?.StatusInnleggelse),
        StatusBehandlingsstart = f.Text("StatusBehandlingsstart", x?.StatusBehandlingsstart),
        ForventetStatusUtskriving = f.Text("ForventetStatusUtskriving", x?.ForventetStatusUtskriving),
        AnsvarligRapport = f.Professional("AnsvarligRapport", x?.AnsvarligRapport),
        Journaltekst = f.Parts(PloSpace.Epj2, "Journaltekst", x?.Journaltekst, Plo.Journaltekst.Fields),
    };
}
