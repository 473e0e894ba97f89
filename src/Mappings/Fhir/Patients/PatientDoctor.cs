using System.Globalization;
using Hub.Core.Content;
using Hub.Fhir.Model;
using Hub.Fhir.Terminology;

namespace Hub.Mappings.Fhir.Patients;

/// <summary>The general practitioner: the person, and the service by its HER-id, which is what VKP expects (vkp-Patient-v090, generalPractitioner).</summary>
internal static class PatientDoctor
{
    /// <summary>Writes them, the service first.</summary>
    public static FhirList<Reference> Of(Personalia personalia)
    {
        var references = new List<Reference>(2);
        if (personalia.GeneralPractitionerHer is { } her)
            references.Add(new Reference { Type = "Organization", Identifier = FhirWords.Identifier(IdentifierSystems.Her, her.ToString(CultureInfo.InvariantCulture)) });
        if (FhirParties.Reference(personalia.GeneralPractitioner) is { } doctor)
            references.Add(doctor);
        return references.ToFhirList();
    }
}
