namespace Hub.Fhir.Model;

/// <summary>Intents of a CarePlan. FHIR R4 required binding.</summary>
public static class CarePlanIntent
{
    /// <summary>Code system of the codes.</summary>
    public const string System = "http://hl7.org/fhir/request-intent";

    /// <summary>Code <c>proposal</c>.</summary>
    public const string Proposal = "proposal";

    /// <summary>Code <c>plan</c>.</summary>
    public const string Plan = "plan";

    /// <summary>Code <c>order</c>.</summary>
    public const string Order = "order";

    /// <summary>Code <c>option</c>.</summary>
    public const string Option = "option";
}
