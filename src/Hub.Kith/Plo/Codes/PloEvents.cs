using Hub.Kith.Types;

namespace Hub.Kith.Plo;

/// <summary>Makes events of list 9121.</summary>
public static class PloEvents
{
    /// <summary>Pasient innlagt.</summary>
    public const string Admitted = "1";

    /// <summary>Pasient utskrevet.</summary>
    public const string Discharged = "2";

    /// <summary>Pasient utskrivningsklar.</summary>
    public const string Ready = "3";

    /// <summary>Avmelding av utskrivningsklar pasient.</summary>
    public const string NotReady = "4";

    /// <summary>Pasienten er død.</summary>
    public const string Dead = "13";

    /// <summary>An event.</summary>
    /// <param name="code">Code of list 9121.</param>
    /// <param name="time">When.</param>
    /// <param name="estimate">Whether the time is an estimate.</param>
    public static TidsfestetHendelse Of(string code, TS time, bool estimate = false) =>
        new() { Hendelsekode = PloLists.Event.Cv(code), TidspunktForHendelse = time, Anslag = estimate };
}
