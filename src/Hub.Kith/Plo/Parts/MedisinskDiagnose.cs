using Hub.Kith.Plo.Wire;
using Hub.Kith.Types;

namespace Hub.Kith.Plo;

/// <summary>A diagnosis: a code (ICD-10 list 7110, ICPC-2 list 7170), a text, or both. The main one stands first.</summary>
public sealed record MedisinskDiagnose
{
    /// <summary>Whether this is the main diagnosis. Required in 1.5.</summary>
    public bool? Hoveddiagnose { get; init; }

    /// <summary>The code.</summary>
    public CV? Diagnosekode { get; init; }

    /// <summary>The text.</summary>
    public string? DiagnoseBeskrivelse { get; init; }

    internal static MedisinskDiagnose Fields(PloFields f, MedisinskDiagnose? x) => new()
    {
        Hoveddiagnose = f.Flag("Hoveddiagnose", x?.Hoveddiagnose, required: f.Version == PloVersion.V15),
        Diagnosekode = f.Cv("Diagnosekode", x?.Diagnosekode),
        DiagnoseBeskrivelse = f.Text("DiagnoseBeskrivelse", x?.DiagnoseBeskrivelse),
    };
}
