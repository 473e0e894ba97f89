using System.Globalization;
using System.Xml.Linq;

namespace Hub.Simulators.Profil;

/// <summary>Files entries under a measure, each once.</summary>
internal sealed class FilingDesk(ProfilLedger ledger, SchemaCheck schema, TimeProvider time)
{
    private static readonly Dictionary<string, string> Roots = new(StringComparer.Ordinal)
    {
        ["malinger"] = "malinger",
        ["journalnotat"] = "journalnotat",
        ["planer"] = "plan",
        ["dokumenter"] = "fil",
    };

    public ProfilVerdict File(int measure, string resource, XElement? body, int? buildsOn, ProfilFaults faults)
    {
        if (!Roots.TryGetValue(resource, out var root))
            return ProfilVerdict.Error(4002);
        if (ledger.Measure(measure) is not { } under)
            return ProfilVerdict.Error(2003);
        if (body?.Name != ProfilVerdict.Space + root)
            return ProfilVerdict.Error(4001);
        if (body.Attribute("eksternId")?.Value is not { Length: > 0 } external)
            return ProfilVerdict.Error(4003, $"{root}/@eksternId");
        if (schema.Fault(body) is { } fault)
            return ProfilVerdict.Error(4001, fault);
        if (ledger.Find(external) is null && Refusal(under, resource, body, buildsOn, faults) is { } refused)
            return refused;
        var filed = ledger.File(new ProfilEntry(0, resource, measure, under.Patient, external, new XElement(body), time.GetUtcNow()));
        return filed is { } f ? ProfilVerdict.Receipt(f.Entry.No, f.Again) : ProfilVerdict.Error(3002);
    }

    public ProfilVerdict Plans(int measure, bool all)
    {
        if (ledger.Measure(measure) is null)
            return ProfilVerdict.Error(2003);
        var plans = ledger.Plans(measure).OrderByDescending(ProfilLedger.VersionOf).ToArray();
        return ProfilVerdict.Ok(new XElement(ProfilVerdict.Space + "planer", all ? plans : plans.GroupBy(p => p.Attribute("id")?.Value).Select(g => g.First())));
    }

    private ProfilVerdict? Refusal(ProfilMeasure under, string resource, XElement body, int? buildsOn, ProfilFaults faults)
    {
        if (under.Ended)
            return ProfilVerdict.Error(3004);
        if (faults.Locked.Contains(under.Patient))
            return ProfilVerdict.Error(3003);
        if (resource != "planer")
            return null;
        var held = ledger.HeldVersion(under.No, body.Attribute("id")?.Value);
        return buildsOn is null ? ProfilVerdict.Error(4003, "plan/@versjon")
            : held > buildsOn ? ProfilVerdict.Error(3005, null, new XAttribute("versjon", held.ToString(CultureInfo.InvariantCulture)))
            : null;
    }
}
