using Hub.Kith.Plo.Wire;
using Hub.Kith.Types;

namespace Hub.Kith.Plo;

/// <summary>A diagnosis with the period it was in force.</summary>
public sealed record TidsperiodeDiagnose
{
    /// <summary>First date.</summary>
    public TS? StartdatoDiagnose { get; init; }

    /// <summary>Last date.</summary>
    public TS? SluttdatoDiagnose { get; init; }

    /// <summary>The diagnosis, or the diagnoses.</summary>
    public MedisinskDiagnose? MedisinskDiagnose { get; init; }

    internal static TidsperiodeDiagnose Fields(PloFields f, TidsperiodeDiagnose? x) => new()
    {
        StartdatoDiagnose = f.Date("StartdatoDiagnose", x?.StartdatoDiagnose, required: true),
        SluttdatoDiagnose = f.Date("SluttdatoDiagnose", x?.SluttdatoDiagnose),
        MedisinskDiagnose = f.Part("MedisinskDiagnose", x?.MedisinskDiagnose, MedisinskDiagnose.Fields, required: true),
    };
}
