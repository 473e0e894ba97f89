using Hub.Kith.Plo.Wire;

namespace Hub.Kith.Plo;

/// <summary>Reservations and wishes of the patient.</summary>
public sealed record InfoReservasjon
{
    /// <summary>Reservations and wishes.</summary>
    public IReadOnlyList<ReservasjonOnske> ReservasjonOnske { get; init; } = [];

    internal static InfoReservasjon Fields(PloFields f, InfoReservasjon? x) => new()
    {
        ReservasjonOnske = f.Parts("ReservasjonOnske", x?.ReservasjonOnske, Plo.ReservasjonOnske.Fields, required: true),
    };
}
