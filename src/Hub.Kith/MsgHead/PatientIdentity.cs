using Hub.Kith.Types;

namespace Hub.Kith.MsgHead;

/// <summary>Whether a patient is sufficiently identified for a message to be taken in (HISD 1168).</summary>
public static class PatientIdentity
{
    private static readonly string[] Numbers = ["FNR", "DNR", "FHN"];

    /// <summary>Name together with fødselsnummer, D-number or common aid number, or with date of birth and sex. Check digits are not judged.</summary>
    /// <param name="patient">The patient.</param>
    public static bool IsSufficient(Person? patient)
    {
        if (patient is null || string.IsNullOrWhiteSpace(patient.FamilyName) || string.IsNullOrWhiteSpace(patient.GivenName)) return false;
        return patient.Idents.Any(i => Numbers.Contains(i.TypeId.V) && !string.IsNullOrWhiteSpace(i.Id))
            || (patient.DateOfBirth?.Date is not null && patient.Sex?.V is ("1" or "2"));
    }
}
