using Hub.Kith.Plo.Wire;

namespace Hub.Kith.Plo;

/// <summary>What the national statistics of care services ask for.</summary>
public sealed record InfoIPLOSrelevantInformasjon
{
    /// <summary>Diagnoses with periods.</summary>
    public IReadOnlyList<TidsperiodeDiagnose> TidsperiodeDiagnose { get; init; } = [];

    /// <summary>The event, or the events.</summary>
    public TidsfestetHendelse? TidsfestetHendelse { get; init; }

    internal static InfoIPLOSrelevantInformasjon Fields(PloFields f, InfoIPLOSrelevantInformasjon? x) => new()
    {
        TidsperiodeDiagnose = f.Parts("TidsperiodeDiagnose", x?.TidsperiodeDiagnose, Plo.TidsperiodeDiagnose.Fields),
        TidsfestetHendelse = f.Part("TidsfestetHendelse", x?.TidsfestetHendelse, TidsfestetHendelse.Fields),
    };
}
