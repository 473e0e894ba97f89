using Hub.Fhir.Model;
using Hub.Fhir.Terminology;

namespace Hub.Fhir.Validation.Rules;

/// <summary>R4 vital signs: an Observation with one of their LOINC codes, or of the category, conforms also without claiming a profile.
/// Source: FHIR R4 observation-vitalsigns.html.</summary>
internal static class VitalSignRules
{
    private static readonly CheckRule Category = new("FHIR-VS-1", "A vital sign has the category vital-signs.", "R4 vitalsigns: category VSCat 1..1");
    private static readonly CheckRule Subject = new("FHIR-VS-2", "A vital sign has a subject.", "R4 vitalsigns: subject 1..1");
    private static readonly CheckRule Effective = new("FHIR-VS-3", "A vital sign has an effective dateTime or Period, to the day at least.", "R4 vitalsigns: effective[x] 1..1, vs-1");
    private static readonly CheckRule Value = new("FHIR-VS-4", "A vital sign has a value, parts, or a reason for having none.", "R4 vitalsigns: vs-2");
    private static readonly CheckRule Amount = new("FHIR-VS-5", "The value needs number, unit, UCUM system and code.", "R4 vital-sign profiles: valueQuantity");
    private static readonly CheckRule Unit = new("FHIR-VS-6", "The unit is not one the profile allows.", "R4 vital-sign profiles: valueQuantity.code");
    private static readonly CheckRule Component = new("FHIR-VS-7", "Blood pressure has one systolic and one diastolic part.", "R4 bp: component slices 1..1");
    private static readonly CheckRule ComponentValue = new("FHIR-VS-8", "The part has no value and no reason for having none.", "R4 vitalsigns: vs-3");
    private static readonly CheckRule NoValue = new("FHIR-VS-9", "Blood pressure has its values in the parts only.", "R4 bp: valueQuantity 0..0");

    private static readonly CheckRule Code = new("FHIR-VS-10", "The LOINC code of the profile is missing.", "R4 vital-sign profiles: code.coding 1..1");

    private static readonly Dictionary<string, string[]> Units = new(StringComparer.Ordinal)
    {
        ["8867-4"] = ["/min"],
        ["9279-1"] = ["/min"],
        ["2708-6"] = ["%"],
        ["8310-5"] = ["Cel", "[degF]"],
        ["29463-7"] = ["g", "kg", "[lb_av]"],
        ["8302-2"] = ["cm", "[in_i]"],
        ["39156-5"] = ["kg/m2"],
        ["9843-4"] = ["cm", "[in_i]"],
    };

    internal static void Check(Observation observation, CheckContext context)
    {
        var code = observation.Code?.Coding
            .FirstOrDefault(coding => coding.System == CodeSystems.Loinc && (coding.Code is "85354-9" || (coding.Code is { } loinc && Units.ContainsKey(loinc))))?.Code;
        var hasCategory = observation.Category.Any(category => category.Coding.Any(coding =>
            coding.System == CodeSystems.ObservationCategory && coding.Code == ObservationCategories.VitalSigns));
        var demanded = observation.Meta?.Profile.Select(DemandedBy).FirstOrDefault(loinc => loinc is not null);
        if (code is null && !hasCategory && demanded is null)
            return;
        if (demanded is not null && observation.Code?.Coding.Any(coding => coding.System == CodeSystems.Loinc && coding.Code == demanded) != true)
            context.Add(Code, "code");
        if (!hasCategory)
            context.Add(Category, "category");
        CheckBase(observation, context);
        if (code == "85354-9")
            CheckBloodPressure(observation, context);
        else if (code is not null && observation.Value is { } value)
            CheckAmount(value, Units[code], "value", context);
    }

    // The LOINC code a profile fixes; the VkpObservation profiles of vital signs are built on those of R4.
    private static string? DemandedBy(string profile) =>
        Measurements.All.FirstOrDefault(terms => terms.VitalSignProfile is { } r4
            && (profile.Split('|')[0] == r4 || (terms.VkpProfile != MeasurementProfiles.VkpObservation && profile.Split('|')[0] == terms.VkpProfile)))?.Loinc[0];

    private static void CheckBase(Observation observation, CheckContext context)
    {
        if (observation.Subject is null)
            context.Add(Subject, "subject");
        var precise = observation.Effective is Period || (observation.Effective is FhirTime { Type: "dateTime" } time && time.Value.Day is not null);
        if (!precise)
            context.Add(Effective, "effective");
        if (observation is { Value: null, DataAbsentReason: null, Component.Count: 0, HasMember.Count: 0 })
            context.Add(Value, "value");
        for (var i = 0; i < observation.Component.Count; i++)
        {
            if (observation.Component[i] is { Value: null, DataAbsentReason: null })
                context.Add(ComponentValue, $"component[{i}]");
        }
    }

    private static void CheckBloodPressure(Observation observation, CheckContext context)
    {
        if (observation.Value is not null)
            context.Add(NoValue, "value");
        foreach (var loinc in (string[])["8480-6", "8462-4"])
        {
            var parts = observation.Component.Where(part => part.Code?.Coding.Any(c => c.System == CodeSystems.Loinc && c.Code == loinc) == true).ToList();
            if (parts.Count != 1)
                context.Add(Component, "component");
            foreach (var value in parts.Select(part => part.Value).OfType<DataType>())
                CheckAmount(value, ["mm[Hg]"], "component", context);
        }
    }

    private static void CheckAmount(DataType value, string[] units, string path, CheckContext context)
    {
        if (value is not Quantity { Value: not null, Unit: not null, System: CodeSystems.Ucum, Code: { } code })
            context.Add(Amount, path);
        else if (!units.Contains(code))
            context.Add(Unit, path);
    }
}
