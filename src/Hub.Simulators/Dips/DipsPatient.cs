namespace Hub.Simulators.Dips;

/// <summary>A patient of the simulated journal.</summary>
/// <param name="NationalId">Fødselsnummer, D-nummer or felles hjelpenummer.</param>
public sealed record DipsPatient(string NationalId)
{
    /// <summary>Number series of <see cref="NationalId"/>; default fødselsnummer.</summary>
    public string System { get; init; } = "urn:oid:2.16.578.1.12.4.1.4.1";

    /// <summary>Given name.</summary>
    public string Given { get; init; } = "Line";

    /// <summary>Family name.</summary>
    public string Family { get; init; } = "Danser";

    /// <summary>Birth date.</summary>
    public string BirthDate { get; init; } = "1969-11-13";

    /// <summary>FHIR gender.</summary>
    public string Gender { get; init; } = "female";

    /// <summary>Grade of the address in the national register (<c>ugradert</c>, <c>fortrolig</c>, <c>strengtFortrolig</c>); null = no label.</summary>
    public string? Protection { get; init; }

    /// <summary>True (default) when an episode of remote monitoring is active.</summary>
    public bool Monitored { get; init; } = true;
}
