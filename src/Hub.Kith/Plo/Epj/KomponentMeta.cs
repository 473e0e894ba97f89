namespace Hub.Kith.Plo;

/// <summary>What an EPJ component carries beside its fixed kind and type.</summary>
public sealed record KomponentMeta
{
    /// <summary>Id of the component, a UUID. Written without namespace, unlike its neighbours. When <see langword="null"/> the writer makes one.</summary>
    public string? KomponentID { get; init; }

    /// <summary>Cave/allergier, Legemidler, Andre notater or Uspesifisert.</summary>
    public string? Informasjonskategori { get; init; }

    /// <summary>Reference to important additional information.</summary>
    public string? ReferanseViktigTilleggsinfo { get; init; }
}
