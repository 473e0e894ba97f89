using Hub.Kith.Types;

namespace Hub.Kith.MsgHead;

/// <summary>Another receiver, as a rule of a copy. At most one of organisation, patient, person and professional is given.</summary>
/// <param name="Role">Role, list 8112: COP for a copy.</param>
public sealed record OtherReceiver(CS Role)
{
    /// <summary>Way of communication, list 8235.</summary>
    public CS? ComMethod { get; init; }

    /// <summary>Receiver is an organisation.</summary>
    public Organisation? Organisation { get; init; }

    /// <summary>Receiver is a patient.</summary>
    public Person? Patient { get; init; }

    /// <summary>Receiver is another person. Written in felleskomponent 1.</summary>
    public Person? Person { get; init; }

    /// <summary>Receiver is a professional.</summary>
    public HealthcareProfessional? Professional { get; init; }
}
