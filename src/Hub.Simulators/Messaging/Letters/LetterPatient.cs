namespace Hub.Simulators.Messaging;

/// <summary>A patient who does not exist.</summary>
/// <param name="NationalId">Synthetic national id.</param>
/// <param name="GivenName">Given name.</param>
/// <param name="FamilyName">Family name.</param>
public sealed record LetterPatient(string NationalId, string GivenName, string FamilyName)
{
    /// <summary>A patient by the whole name; the last word is the family name.</summary>
    /// <param name="nationalId">Synthetic national id.</param>
    /// <param name="name">The name.</param>
    /// <returns>The patient.</returns>
    public static LetterPatient Of(string nationalId, string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var last = name.LastIndexOf(' ');
        return last < 0 ? new LetterPatient(nationalId, name, name) : new LetterPatient(nationalId, name[..last], name[(last + 1)..]);
    }
}
