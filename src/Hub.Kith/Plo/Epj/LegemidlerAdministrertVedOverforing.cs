using Hub.Kith.Plo.Wire;

namespace Hub.Kith.Plo;

/// <summary>Medication given when the patient was transferred or discharged (EPJ dokument 13.10302.0).</summary>
public sealed record LegemidlerAdministrertVedOverforing
{
    /// <summary>Id, category and reference of the component.</summary>
    public KomponentMeta Komponent { get; init; } = new();

    /// <summary>What was given, in order; at least one.</summary>
    public IReadOnlyList<LegemiddelAdministrering> Administreringer { get; init; } = [];

    internal static LegemidlerAdministrertVedOverforing Fields(PloFields f, LegemidlerAdministrertVedOverforing? x) => new()
    {
        Komponent = f.Component("EPJ dokument", "2.16.578.1.12.4.1.6.13.10302.0", x?.Komponent),
        Administreringer = f.Either(
            "AdmAvHelsepersonell", static (g, y) => AdmAvHelsepersonell.Fields(g, (AdmAvHelsepersonell?)y),
            "Egenadministrering", static (g, y) => Egenadministrering.Fields(g, (Egenadministrering?)y),
            static y => y is AdmAvHelsepersonell, x?.Administreringer),
    };
}
