namespace Hub.Fhir.Terminology;

/// <summary>Outcomes of a call to VKP; groups 1 and 2 are permanent, group 3 may pass. Source: <see cref="CodeSystems.VkpOperationOutcome"/>.</summary>
public static class VkpOperationOutcomes
{
    /// <summary>Forbidden.</summary>
    public const string Forbidden = "1";

    /// <summary>The patient does not have the service.</summary>
    public const string NoServiceNeed = "1.3";

    /// <summary>Invalid data.</summary>
    public const string InvalidData = "2";

    /// <summary>Other error.</summary>
    public const string OtherError = "3";

    /// <summary>Timed out.</summary>
    public const string TimedOut = "3.1";

    /// <summary>The codes and their texts.</summary>
    public static TermList Terms { get; } = new(
        CodeSystems.VkpOperationOutcome,
        ("1", "forbudt"), ("1.1", "ikke aktiv"), ("1.2", "ikke tillatt"), ("1.3", "ikke oppfylt tjenstlig behov"),
        ("1.4", "ikke tilgang"), ("1.5", "ikke tilgang"), ("2", "ugyldige data"), ("2.1", "ugyldig personidentifikator"),
        ("2.2", "ugyldig systemidentifikator"), ("2.3", "ugyldig antall parametere"), ("2.4", "ugyldig format"), ("3", "annen feil"),
        ("3.1", "time out"));
}
