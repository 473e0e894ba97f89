using Hub.Kith.Plo.Wire;

namespace Hub.Kith.Plo;

/// <summary>Need of an interpreter and the like.</summary>
public sealed record InfoAssistertKommunikasjon
{
    /// <summary>The need.</summary>
    public AssistertKommunikasjon? AssistertKommunikasjon { get; init; }

    internal static InfoAssistertKommunikasjon Fields(PloFields f, InfoAssistertKommunikasjon? x) => new()
    {
        AssistertKommunikasjon = f.Part("AssistertKommunikasjon", x?.AssistertKommunikasjon, AssistertKommunikasjon.Fields, required: true),
    };
}
