using Hub.Adapters.FhirReading;
using Hub.Core.Errors;

namespace Hub.Adapters.Siemens.Sharing;

/// <summary>What must go along with an entry: everything it refers to inside the Bundle. Nothing of another organisation may be among it.</summary>
internal static class Closure
{
    /// <summary>Collects it.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="owner">Whose it is.</param>
    /// <param name="bundle">The Bundle.</param>
    /// <param name="owners">Who owns what.</param>
    /// <param name="error">Set when it reaches into another organisation.</param>
    /// <returns>Places of the supporting entries that it needs.</returns>
    public static IReadOnlyCollection<int> Of(RawEntry entry, string owner, RawBundle bundle, Owners owners, out HubError? error)
    {
        error = null;
        var found = new SortedSet<int>();
        var open = new Queue<RawEntry>([entry]);
        while (open.TryDequeue(out var next))
        {
            foreach (var other in References.In(next.Resource).Select(bundle.Resolve).OfType<RawEntry>())
            {
                if (!IsOf(other, owner, owners))
                    error = FhirErrors.SeveralOrganizations.At($"Bundle.entry[{entry.Place}].resource", $"It refers to Bundle.entry[{other.Place}], which is another organisation's.");
                else if (other.IsSupporting && other != entry && found.Add(other.Place))
                    open.Enqueue(other);
            }
        }

        return found;
    }

    // A patient that no organisation manages is the business of whoever refers to it; so is a device.
    private static bool IsOf(RawEntry other, string owner, Owners owners) => other switch
    {
        { Type: "Patient" } => owners.OfPatientEntry(other) is var managing && (managing.Count == 0 || (managing.Count == 1 && managing.Contains(owner))),
        { IsSupporting: true } => true,
        _ => owners.Of(other).Orgnr is not { } others || others == owner,
    };
}
