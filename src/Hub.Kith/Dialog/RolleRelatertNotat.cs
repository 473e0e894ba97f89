using Hub.Kith.Types;

namespace Hub.Kith.Dialog;

/// <summary>A person or unit with a role in a note. At most one of professional and person; version 1.0 asks for one.</summary>
public sealed record RolleRelatertNotat
{
    /// <summary>Role in the note, list 8254.</summary>
    public CV? RolleNotat { get; init; }

    /// <summary>Role towards the patient, list 9034: 24 is the contact wanted at the receiver.</summary>
    public CV? RoleToPatient { get; init; }

    /// <summary>Unit; only version 1.1.</summary>
    public TilknyttetEnhet? TilknyttetEnhet { get; init; }

    /// <summary>Professional.</summary>
    public HealthcareProfessional? Professional { get; init; }

    /// <summary>Another person.</summary>
    public Person? Person { get; init; }

    /// <summary>Whether this names the professional group wanted at the receiver (role 24 of list 9034).</summary>
    public bool IsContactAtReceiver => RoleToPatient?.V == "24" || Professional?.RoleToPatient?.V == "24";
}

/// <summary>A unit that a role belongs to (added in 2017).</summary>
/// <param name="Kontaktenhet">The unit.</param>
public sealed record TilknyttetEnhet(Organisation Kontaktenhet)
{
    /// <summary>Remark.</summary>
    public string? Merknad { get; init; }

    /// <summary>Professional at the unit.</summary>
    public HealthcareProfessional? Professional { get; init; }

    /// <summary>Another person at the unit.</summary>
    public Person? Person { get; init; }
}
