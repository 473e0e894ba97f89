using Hub.Core.Content;
using Hub.Core.Mappings;
using Hub.Fhir.Model;

namespace Hub.Mappings.Fhir.Patients;

/// <summary>The patient's name by no-basis-HumanName: the middle name (mellomnavn) stands in an extension, neither in given nor in family.</summary>
internal static class PatientNames
{
    private const string Middle = "http://hl7.no/fhir/StructureDefinition/no-basis-middlename";
    private const string NameOption = "patientName";

    /// <summary>The names; none where nothing is known, or the tenant file keeps names from this receiver.</summary>
    public static FhirList<HumanName> Of(Personalia personalia, Hub.Core.Content.Patient patient, MappingContext context) =>
        context.Target.Options.TryGetValue(NameOption, out var option) && option == "omit" ? [] : Of(personalia, patient);

    /// <summary>The names; none where nothing is known.</summary>
    public static FhirList<HumanName> Of(Personalia personalia, Hub.Core.Content.Patient patient)
    {
        var parts = new[] { personalia.Given, personalia.Middle, personalia.Family }.Select(FhirWords.Text).OfType<string>().ToArray();
        if (parts.Length == 0)
            return FhirWords.Text(patient.Name) is { } whole ? [new HumanName { Text = whole }] : [];
        return
        [
            new HumanName
            {
                Extension = FhirWords.Text(personalia.Middle) is { } middle ? [new Extension { Url = Middle, Value = middle }] : [],
                Use = NameUse.Official,
                Text = string.Join(' ', parts),
                Family = FhirWords.Text(personalia.Family),
                Given = FhirWords.Text(personalia.Given) is { } given ? [given] : [],
            },
        ];
    }
}
