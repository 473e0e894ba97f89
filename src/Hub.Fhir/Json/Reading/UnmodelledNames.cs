namespace Hub.Fhir.Json.Reading;

/// <summary>Elements of FHIR R4 that the records leave to <see cref="Model.FhirNode.Rest"/>, by type. All elements of the modelled
/// resources are modelled; what remains are the rarer types of Extension.value[x].</summary>
internal static class UnmodelledNames
{
    private static readonly HashSet<string> ExtensionValues = new(StringComparer.Ordinal)
    {
        "valueContactDetail", "valueContributor", "valueCount", "valueDataRequirement", "valueDistance", "valueDosage", "valueExpression",
        "valueMoney", "valueParameterDefinition", "valueRelatedArtifact", "valueTriggerDefinition", "valueUsageContext",
    };

    internal static bool Has(string typeName, string name) => typeName == "Extension" && ExtensionValues.Contains(name);
}
