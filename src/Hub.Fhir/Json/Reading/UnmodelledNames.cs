namespace Hub.Fhir.Json.Reading;

/// <summary>Elements of FHIR R4 that the records leave to <see cref="Model.FhirNode.Rest"/>, by type: the rarer types of Extension.value[x], and of the resources of visits and
/// dispensing what VKP does not use. All elements of the other modelled resources are modelled.</summary>
internal static class UnmodelledNames
{
    private static readonly Dictionary<string, HashSet<string>> ByType = new(StringComparer.Ordinal)
    {
        ["Extension"] = Names(
            """
            valueContactDetail valueContributor valueCount valueDataRequirement valueDistance valueDosage valueExpression
            valueMoney valueParameterDefinition valueRelatedArtifact valueTriggerDefinition valueUsageContext
            """),
        ["MedicationDispense"] = Names(
            """
            partOf statusReasonCodeableConcept statusReasonReference context supportingInformation authorizingPrescription type daysSupply destination receiver
            substitution detectedIssue eventHistory
            """),
        ["Dosage"] = Names(
            """
            additionalInstruction asNeededBoolean asNeededCodeableConcept site route method doseAndRate maxDosePerPeriod maxDosePerAdministration
            maxDosePerLifetime
            """),
        ["Encounter"] = Names("statusHistory classHistory episodeOfCare basedOn appointment length reasonReference diagnosis account hospitalization partOf"),
        ["Location"] = Names("operationalStatus alias partOf hoursOfOperation availabilityExceptions endpoint"),
        ["EpisodeOfCare"] = Names("statusHistory diagnosis referralRequest team account"),
    };

    internal static bool Has(string typeName, string name) => ByType.TryGetValue(typeName, out var names) && names.Contains(name);

    private static HashSet<string> Names(string names) => new(names.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries), StringComparer.Ordinal);
}
