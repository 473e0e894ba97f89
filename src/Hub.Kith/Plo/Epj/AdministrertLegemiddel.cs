using Hub.Kith.Plo.Wire;

namespace Hub.Kith.Plo;

/// <summary>How much was given.</summary>
public sealed record AdministrertLegemiddel
{
    /// <summary>Amount as text.</summary>
    public string? Kvantum { get; init; }

    internal static AdministrertLegemiddel Fields(PloFields f, AdministrertLegemiddel? x) => new()
    {
        Kvantum = f.Text("Kvantum", x?.Kvantum),
    };
}
