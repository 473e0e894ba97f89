namespace Hub.Simulators.Profil;

/// <summary>Somebody whom a Profil-like journal knows. Made up.</summary>
/// <param name="NationalId">National id.</param>
public sealed record ProfilUser(string NationalId)
{
    /// <summary>Given name, null when not known.</summary>
    public string? Given { get; init; }

    /// <summary>Family name, null when not known.</summary>
    public string? Family { get; init; }

    /// <summary>Birth date (<c>1950-04-02</c>), null when not known.</summary>
    public string? Born { get; init; }

    /// <summary>1 man, 2 woman, 9 other; null when not known.</summary>
    public int? Gender { get; init; }

    /// <summary>0 open (default), 6 strictly confidential, 7 confidential.</summary>
    public int Protection { get; init; }

    /// <summary>Street line of the home, null when not known.</summary>
    public string? Street { get; init; }

    /// <summary>Postal code, null when not known.</summary>
    public string? PostalCode { get; init; }

    /// <summary>City, null when not known.</summary>
    public string? City { get; init; }

    /// <summary>Mobile number, null when not known.</summary>
    public string? Mobile { get; init; }

    /// <summary>Nearest relative, null when not known.</summary>
    public string? Relative { get; init; }

    /// <summary>Number of the nearest relative, null when not known.</summary>
    public string? RelativePhone { get; init; }

    /// <summary>Key box, null when there is none.</summary>
    public string? KeyBox { get; init; }

    /// <summary>Services by VKP service code; default digital home follow-up.</summary>
    public IReadOnlyList<string> Services { get; init; } = ["dho"];

    /// <summary>General practitioner, null when not known.</summary>
    public string? Doctor { get; init; }

    /// <summary>HER-id of the general practitioner's entry in the address register, null when not known.</summary>
    public int? DoctorHer { get; init; }

    /// <summary>When the card last changed.</summary>
    public DateTimeOffset Changed { get; init; } = new(2026, 1, 5, 9, 0, 0, TimeSpan.FromHours(1));
}
