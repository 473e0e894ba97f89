using Hub.Kith.Plo.Wire;
using Hub.Kith.Types;

namespace Hub.Kith.Plo;

/// <summary>Need of help to communicate.</summary>
public sealed record AssistertKommunikasjon
{
    /// <summary>Who needs the interpreter, when not the patient.</summary>
    public Person? PersonTolkebehov { get; init; }

    /// <summary>Hearing loss.</summary>
    public bool? Horselsvikt { get; init; }

    /// <summary>Loss of sight.</summary>
    public bool? Synsvikt { get; init; }

    /// <summary>Language to interpret, list 3303.</summary>
    public CS? BehovTolkSprak { get; init; }

    /// <summary>Interpreter wanted.</summary>
    public Person? PreferertTolk { get; init; }

    /// <summary>When the need ended.</summary>
    public TS? BehovOpphortDato { get; init; }

    /// <summary>Note.</summary>
    public string? Merknad { get; init; }

    internal static AssistertKommunikasjon Fields(PloFields f, AssistertKommunikasjon? x) => new()
    {
        PersonTolkebehov = f.Person("PersonTolkebehov", x?.PersonTolkebehov),
        Horselsvikt = f.Flag("Horselsvikt", x?.Horselsvikt),
        Synsvikt = f.Flag("Synsvikt", x?.Synsvikt),
        BehovTolkSprak = f.Cs("BehovTolkSprak", x?.BehovTolkSprak),
        PreferertTolk = f.Person("PreferertTolk", x?.PreferertTolk),
        BehovOpphortDato = f.Ts("BehovOpphortDato", x?.BehovOpphortDato),
        Merknad = f.Text("Merknad", x?.Merknad),
    };
}
