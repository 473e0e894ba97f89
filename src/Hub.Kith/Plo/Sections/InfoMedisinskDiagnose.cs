using Hub.Kith.Plo.Wire;

namespace Hub.Kith.Plo;

/// <summary>A group of diagnoses.</summary>
public sealed record InfoMedisinskDiagnose
{
    /// <summary>The diagnosis, or the diagnoses.</summary>
    public IReadOnlyList<MedisinskDiagnose> MedisinskDiagnose { get; init; } = [];

    internal static InfoMedisinskDiagnose Fields(PloFields f, InfoMedisinskDiagnose? x) => new()
    {
        MedisinskDiagnose = f.Parts("MedisinskDiagnose", x?.MedisinskDiagnose, Plo.MedisinskDiagnose.Fields, required: true),
    };
}
