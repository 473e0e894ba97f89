using Hub.Kith.Plo.Wire;
using Hub.Kith.Types;

namespace Hub.Kith.Plo;

/// <summary>An event with its time, planned or taken place.</summary>
public sealed record TidsfestetHendelse
{
    /// <summary>Kind of event, list 9121: 1 admitted, 2 discharged, 3 ready for discharge, 4 not ready after all, 13 dead.</summary>
    public CV? Hendelsekode { get; init; }

    /// <summary>The event as text.</summary>
    public string? BeskrivelseAvHendelse { get; init; }

    /// <summary>When it happens or happened.</summary>
    public TS? TidspunktForHendelse { get; init; }

    /// <summary>True: the time is an estimate. False: it is the actual time. (HIS 1149 says the opposite in a parenthesis; samples and viewer confirm this reading.)</summary>
    public bool? Anslag { get; init; }

    /// <summary>Note.</summary>
    public string? Merknad { get; init; }

    /// <summary>Where.</summary>
    public StedForHendelse? StedForHendelse { get; init; }

    internal static TidsfestetHendelse Fields(PloFields f, TidsfestetHendelse? x) => new()
    {
        Hendelsekode = f.Cv("Hendelsekode", x?.Hendelsekode),
        BeskrivelseAvHendelse = f.Text("BeskrivelseAvHendelse", x?.BeskrivelseAvHendelse),
        TidspunktForHendelse = f.Ts("TidspunktForHendelse", x?.TidspunktForHendelse, required: true),
        Anslag = f.Flag("Anslag", x?.Anslag, required: true),
        Merknad = f.Text("Merknad", x?.Merknad),
        StedForHendelse = f.Part("StedForHendelse", x?.StedForHendelse, StedForHendelse.Fields),
    };
}
