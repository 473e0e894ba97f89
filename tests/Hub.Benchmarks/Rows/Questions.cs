using Hub.Benchmarks.Running;
using Hub.Core.Content;
using Hub.Core.Deliveries;
using Hub.Core.Storage;

namespace Hub.Benchmarks.Rows;

/// <summary>What an operator may ask for: every filter with a common and a rare value, alone and in pairs.</summary>
public static class Questions
{
    private static readonly (string Field, string Name, Func<MessageFilter, MessageFilter> Ask)[] s_single =
    [
        ("tenant", "tenant, 22 of 100", f => f with { Tenant = StoredTraffic.CommonTenant }),
        ("tenant", "tenant, 1 of 50,000", f => f with { Tenant = StoredTraffic.RareTenant }),
        ("source", "source, half", f => f with { Source = "dignio" }),
        ("source", "source, 1 of 30,000", f => f with { Source = "peakflow" }),
        ("partner", "partner, 3 of 4", f => f with { Partner = "epj" }),
        ("partner", "partner, 1 of 20,000", f => f with { Partner = "hospital" }),
        ("route", "route, 6 of 10", f => f with { Route = "measurement-to-epj" }),
        ("route", "route, very rare", f => f with { Route = "handover-to-dips" }),
        ("content", "content, 8 of 10", f => f with { Content = ContentKind.Measurement }),
        ("content", "content, 1 of 40,000", f => f with { Content = ContentKind.Handover }),
        ("content", "content, none", f => f with { Content = ContentKind.Personalia }),
        ("triage", "triage, common", f => f with { Triage = Triage.Green }),
        ("triage", "triage, 3 of 100", f => f with { Triage = Triage.Red }),
        .. Enum.GetValues<DeliveryState>().Select(s => ("state", "state " + s, (Func<MessageFilter, MessageFilter>)(f => f with { State = s }))),
        ("error", "error, half of them", f => f with { Error = StoredTraffic.CommonError }),
        ("error", "error, 1 of 3,000 of them", f => f with { Error = StoredTraffic.RareError }),
        ("error", "error, none", f => f with { Error = "HUB-NO-001" }),
        ("correlation", "correlation", f => f with { Correlation = "conversation:1000" }),
        ("patient", "patient", f => f with { PatientKey = StoredTraffic.Patient(4711) }),
        ("patient", "patient with 1 of 100", f => f with { PatientKey = StoredTraffic.Patient(0) }),
        ("id", "source id", f => f with { SourceKey = StoredTraffic.Source(4711) }),
        ("id", "external id (receipt)", f => f with { Tenant = f.Tenant ?? StoredTraffic.CommonTenant, External = new ExternalIds([], ["msgid:x"], [StoredTraffic.RareReceipt]) { Conversations = ["conversation:1000"] } }),
        ("time", "an hour", f => f with { From = StoredTraffic.Start.AddDays(11), To = StoredTraffic.Start.AddDays(11).AddHours(1) }),
        ("time", "until the 3rd day", f => f with { To = StoredTraffic.Start.AddDays(3) }),
        ("party", "vendor's own traffic", f => f with { Tenant = f.Tenant ?? StoredTraffic.CommonTenant, Party = "tellu" }),
    ];

    /// <summary>One filter each.</summary>
    public static IReadOnlyList<(string Name, MessageFilter Filter)> Alone { get; } = [("nothing", new MessageFilter(null)), .. s_single.Select(q => (q.Name, q.Ask(new MessageFilter(null))))];

    /// <summary>Two filters each, of different fields.</summary>
    public static IReadOnlyList<(string Name, MessageFilter Filter)> Pairs { get; } =
    [
        .. from a in Enumerable.Range(0, s_single.Length)
        from b in Enumerable.Range(a + 1, s_single.Length - a - 1)
        where s_single[a].Field != s_single[b].Field
        select ($"{s_single[a].Name} + {s_single[b].Name}", s_single[b].Ask(s_single[a].Ask(new MessageFilter(null)))),
    ];
}
