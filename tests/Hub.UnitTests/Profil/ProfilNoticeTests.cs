using System.Text;
using System.Xml.Linq;
using Hub.Adapters.Profil;
using Hub.Core.Content;
using Hub.Core.Tenants;
using Hub.Simulators.Profil;
using Hub.UnitTests.Adapters;
using Xunit;

namespace Hub.UnitTests.Profil;

/// <summary>Notices of the journal: schema, simulator and adapter agree.</summary>
public sealed class ProfilNoticeTests
{
    private static readonly ProfilUser User = new("10915596784") { Given = "Åse", Family = "Testlien", Street = "Storgata 1", City = "Larvik", Mobile = "90000000", Relative = "Ola", Doctor = "Fast Lege" };

    public static TheoryData<string> Sound() => new(GoldenCase.Names("Profil").Where(n => !n.Contains("bad-", StringComparison.Ordinal) && !n.StartsWith("lenient-", StringComparison.Ordinal) && n != "batch-some-refused"));

    [Theory]
    [MemberData(nameof(Sound))]
    public void Should_hold_the_schema(string name) => Assert.Empty(ProfilSchema.Faults(GoldenCase.Input("Profil", name)));

    [Fact]
    public void Should_read_what_the_simulator_sends()
    {
        var at = new DateTimeOffset(2026, 10, 25, 0, 30, 0, TimeSpan.Zero);
        foreach (var notice in new[] { ProfilNotices.Changed("v-1", User, 1001, at), ProfilNotices.FollowUp("v-2", User.NationalId, 2, "Innlagt", at) })
        {
            var bytes = Encoding.UTF8.GetBytes(notice.ToString());
            var parsed = new ProfilAdapter().Parse(GoldenCase.Message(bytes, mediaType: "application/xml"));

            Assert.Empty(ProfilSchema.Faults(bytes));
            Assert.Empty(parsed.Errors);
            Assert.Equal(at, parsed.Entries.Single().Events.Single().Content switch { Personalia p => p.Time.Start, PatientStatus s => s.Time.Start, _ => default });
        }
    }

    [Fact]
    public void Should_read_a_plan_as_the_mapping_wrote_it()
    {
        var written = XDocument.Parse(Encoding.UTF8.GetString(ProfilBench.Plan(3, 1).Document.Body.Span)).Descendants(XName.Get("plan", "urn:hub:profil-like:4")).Single();
        var notice = ProfilNotices.PlanChanged("v-1", User.NationalId, written, ProfilBench.Time.Start);
        var plan = (SelfTreatmentPlan)new ProfilAdapter().Parse(GoldenCase.Message(Encoding.UTF8.GetBytes(notice.ToString()))).Entries.Single().Events.Single().Content;

        Assert.Equal(("p-1", 3, "KOLS-plan", ProfilBench.Time), (plan.PlanId, plan.Version, plan.Title, plan.Time));
        Assert.Equal(new ZoneThreshold(MeasurementKind.OxygenSaturation, null, new Quantity(90.0m, "%"), null), Assert.Single(Assert.Single(plan.Zones).Thresholds));
    }

    [Fact]
    public void Should_know_a_repeat_however_it_is_laid_out()
    {
        const string loose = """<p:varsel xmlns:p="urn:hub:profil-like:4"  id="v-1" ><!-- igjen --><p:tidspunkt>2026-03-01T08:15:00</p:tidspunkt> <p:oppfolging status="1"><p:fodselsnummer>10915596784</p:fodselsnummer></p:oppfolging></p:varsel>""";
        const string tight = """<varsel id="v-1" xmlns="urn:hub:profil-like:4"><tidspunkt>2026-03-01T08:15:00</tidspunkt><oppfolging status="1"><fodselsnummer>10915596784</fodselsnummer></oppfolging></varsel>""";

        Assert.Equal(Fingerprint(tight), Fingerprint(loose));
        Assert.NotEqual(Fingerprint(tight), Fingerprint(tight.Replace("status=\"1\"", "status=\"2\"", StringComparison.Ordinal)));
    }

    [Fact]
    public void Should_refuse_what_nests_too_deep_without_falling()
    {
        var body = Encoding.UTF8.GetBytes($"""<varsel id="v-1" xmlns="urn:hub:profil-like:4">{string.Concat(Enumerable.Repeat("<a>", 100_000))}{string.Concat(Enumerable.Repeat("</a>", 100_000))}</varsel>""");
        var parsed = new ProfilAdapter().Parse(GoldenCase.Message(body, InboundMode.Lenient));

        Assert.Equal("HUB-PROFIL-006", Assert.Single(parsed.Errors).Code);
    }

    private static string Fingerprint(string notice) =>
        Convert.ToHexString(new ProfilAdapter().Parse(GoldenCase.Message(Encoding.UTF8.GetBytes(notice))).Entries.Single().Events.Single().Fingerprint.Span);
}
