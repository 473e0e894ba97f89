using System.Globalization;
using Hub.Fhir.Model;
using Hub.Simulators.Dignio;

namespace Hub.Simulators.Siemens;

/// <summary>What happens at the patients' of the municipalities that the vendor serves: values in transactions, and now and then an alert with its note, a form and a plan. The same seed tells the same story, byte for byte.</summary>
/// <param name="municipalities">Municipalities.</param>
/// <param name="seed">Seed.</param>
/// <param name="patients">Patients in each municipality.</param>
/// <param name="start">When the story begins; null = 1 March 2026, eight in the morning.</param>
public sealed class SiemensStory(IReadOnlyList<SiemensMunicipality> municipalities, int seed, int patients, DateTimeOffset? start = null)
{
    private const string Values = "urn:siemens-like:observation";
    private static readonly DateTimeOffset Standard = new(2026, 3, 1, 8, 0, 0, TimeSpan.FromHours(1));
    private readonly DateTimeOffset _start = start ?? Standard;

    /// <summary>The story, municipality after municipality and patient after patient, round after round: one transaction each, without end.</summary>
    /// <returns>The transactions.</returns>
    public IEnumerable<SiemensBundle> Tell()
    {
        var people = municipalities.Select(m => (Municipality: m, Patients: m.Patients(seed, patients))).ToList();
        for (var round = 0; ; round++)
        {
            for (var p = 0; p < patients; p++)
            {
                foreach (var (municipality, own) in people)
                    yield return Visit(municipality, own[p], round);
            }
        }
    }

    /// <summary>One round for one patient.</summary>
    /// <param name="municipality">The municipality.</param>
    /// <param name="person">The patient.</param>
    /// <param name="round">Round, counted from 0.</param>
    /// <returns>A transaction.</returns>
    public SiemensBundle Visit(SiemensMunicipality municipality, SyntheticPerson person, int round)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"{municipality.Name}-{person.No}-{round}");
        var random = new Random(HashCode(id));
        var at = _start + TimeSpan.FromMinutes(round) + TimeSpan.FromSeconds(person.No % 50);
        var frame = new PersonEntries($"{seed}/{id}", municipality, person);
        var parts = new VisitEntries(frame, id, at);
        switch ((round + person.No) % 6)
        {
            case 0:
                parts.BloodPressure(random.Next(110, 165), random.Next(65, 95));
                break;
            case 1:
                parts.Value("weight", PhdCodes.Both("188736", "29463-7"), 60 + (random.Next(0, 400) / 10m), "kg", isVital: true);
                break;
            case 2:
                parts.Value("spo2", PhdCodes.Both("150456", "2708-6"), random.Next(84, 88), "%", isVital: true);
                parts.AlertWithNote("spo2", "Oksygenmetning under avtalt grense");
                break;
            case 3:
                parts.Value("glucose", PhdCodes.Both("160184", "14743-9"), 4 + (random.Next(0, 80) / 10m), "mmol/L", isVital: false);
                break;
            case 4:
                parts.Form(random.Next(0, 6), random.Next(0, 6));
                break;
            default:
                parts.Value("spo2", PhdCodes.Both("150456", "2708-6"), random.Next(92, 99), "%", isVital: true);
                parts.Value("pulse", PhdCodes.Both("149530", "8867-4"), random.Next(58, 96), "/min", isVital: true);
                break;
        }

        return new SiemensBundle(id, true, [municipality], parts.Sources, new Bundle { Type = BundleType.Transaction, Entry = [.. frame.Entries, .. parts.Entries] });
    }

    /// <summary>A value that was sent before, corrected: version 2 under the same identifier.</summary>
    /// <param name="municipality">The municipality.</param>
    /// <param name="person">The patient.</param>
    /// <param name="id">Identifier of the value, as <see cref="SiemensBundle.Sources"/> gives it.</param>
    /// <param name="value">The right pulse.</param>
    /// <returns>A transaction.</returns>
    public SiemensBundle Correction(SiemensMunicipality municipality, SyntheticPerson person, string id, decimal value)
    {
        var frame = new PersonEntries($"{seed}/{id}/2", municipality, person);
        var parts = new VisitEntries(frame, id, _start);
        parts.Corrected(id, PhdCodes.Both("149530", "8867-4"), value, "/min");
        return new SiemensBundle($"{id}-2", true, [municipality], parts.Sources, new Bundle { Type = BundleType.Transaction, Entry = [.. frame.Entries, .. parts.Entries] });
    }

    /// <summary>System of the identifiers of values.</summary>
    internal static string ValueSystem => Values;

    // A hash that is the same in every process: the runtime's own is not.
    private int HashCode(string text)
    {
        var hash = unchecked((uint)seed * 2654435761u);
        foreach (var c in text)
            hash = unchecked((hash ^ c) * 16777619u);
        return (int)(hash & 0x7FFFFFFF);
    }
}
