using System.Xml.Linq;
using Hub.Core.Deliveries;
using Hub.Simulators.Gerica;

namespace Hub.Simulators.Profil;

/// <summary>Something filed in the journal, once, whatever number of times it was sent.</summary>
/// <param name="No">The journal's number, 1 for the first.</param>
/// <param name="Resource">malinger, journalnotat, planer or dokumenter.</param>
/// <param name="Measure">Measure (tiltak) it is filed under.</param>
/// <param name="Patient">National id.</param>
/// <param name="ExternalId">The sender's id.</param>
/// <param name="Body">What was filed.</param>
/// <param name="At">When.</param>
public sealed record ProfilEntry(int No, string Resource, int Measure, string Patient, string ExternalId, XElement Body, DateTimeOffset At)
{
    private int _repeats;

    /// <summary>How many times it was sent again.</summary>
    public int Repeats => Volatile.Read(ref _repeats);

    /// <summary>The hub's delivery, read from the id; null when the id is not of the hub's form.</summary>
    public DeliveryId? Delivery { get; } = DeliveryKey.Delivery(ExternalId.Split('/')[0]);

    internal void Repeat() => Interlocked.Increment(ref _repeats);
}

/// <summary>A measure (tiltak) of a user, under which everything is filed.</summary>
/// <param name="No">The journal's number.</param>
/// <param name="User">The user's number.</param>
/// <param name="Patient">National id.</param>
/// <param name="Type">Type by number.</param>
/// <param name="Name">Name.</param>
public sealed record ProfilMeasure(int No, int User, string Patient, int Type, string Name)
{
    /// <summary>True when it has ended: nothing is filed under it any more.</summary>
    public bool Ended { get; internal set; }
}
