using Hub.Core.Content;
using Hub.Core.Tenants;
using Xunit;

namespace Hub.UnitTests.Configuration;

public class TenantFileTests
{
    [Fact]
    public void Should_read_every_setting_of_a_good_file()
    {
        var read = ConfigBench.Check(("larvik", ConfigBench.Good));

        Assert.Empty(read.Errors);
        var tenant = Assert.Single(read.Value);
        Assert.Equal(new OrganizationConfig("312229544", 8094866, null), tenant.Organization);
        Assert.Equal(InboundMode.Lenient, tenant.Partners["dho"].Inbound!.Mode);
        var epj = tenant.Partners["epj"];
        Assert.Equal(new Uri("https://epj.example/api"), epj.Url);
        Assert.Equal(new OutboundAuth(OutboundAuthKind.ClientCredentials, new SecretReference("env:PATH"), "hub", null, null), epj.Auth);
        Assert.Equal(TimeSpan.FromSeconds(5), epj.Timeout);
        Assert.Equal(new BreakerConfig(3, TimeSpan.FromMilliseconds(250), TimeSpan.FromMinutes(1)), epj.Breaker);
        Assert.Equal("main", epj.Options["site"]);
        var route = Assert.Single(tenant.Routes);
        Assert.Equal(["dho"], route.From);
        Assert.Equal([Triage.Yellow, Triage.Red], route.When.Triage!.Order());
        Assert.Equal(["heart-rate"], route.When.Categories!);
        Assert.Equal([TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(2)], route.Retry.Delays);
        Assert.Equal((TimeSpan.FromHours(96), 0.5m), (route.Retry.GiveUpAfter, route.Retry.Jitter));
        Assert.Equal(["share"], route.Requires);
        Assert.Equal(DeadLetterPolicy.Park, route.OnDeadLetter);
    }

    [Fact]
    public void Should_keep_the_defaults_of_the_records_where_the_file_says_nothing()
    {
        var file = $"tenant: larvik\norganization: {{ orgnr: \"312229544\" }}\npartners:\n  dho: {{ adapter: sender, inbound: {{ keys: \"{ConfigBench.Key}\" }} }}\n"
            + "  epj: { adapter: receiver, url: https://epj.example }\nroutes:\n  - { name: r, content: measurement, to: epj, as: test.document }\n";

        var tenant = Assert.Single(ConfigBench.Check(("larvik", file)).Value);

        var epj = tenant.Partners["epj"];
        Assert.Equal(new PartnerConfig("larvik", "epj", "receiver") with { Url = epj.Url, Options = epj.Options }, epj);
        var inbound = tenant.Partners["dho"].Inbound!;
        Assert.Equal(new InboundConfig(inbound.Keys), inbound);
        var route = Assert.Single(tenant.Routes);
        Assert.Equal(new RouteConfig("r", route.From, ContentKind.Measurement, "epj", "test.document"), route with { Requires = new RouteConfig("", [], 0, "", "").Requires });
    }

    [Fact]
    public void Should_make_one_route_per_partner_of_a_list()
    {
        var file = ConfigBench.Good
            .Replace("    to: epj", "    to: [epj, lab]", StringComparison.Ordinal)
            .Replace("routes:", "  lab: { adapter: receiver, url: https://lab.example }\nroutes:", StringComparison.Ordinal);

        var tenant = Assert.Single(ConfigBench.Check(("larvik", file)).Value);

        Assert.Equal([("values-epj", "epj"), ("values-lab", "lab")], tenant.Routes.Select(r => (r.Name, r.To)));
    }

    [Fact]
    public void Should_find_all_errors_of_all_files_at_once()
    {
        var read = ConfigBench.Check(("a", "tenant: a\nwrong: 1\n"), ("b", "tenant: b\nworse: 1\n"));

        Assert.Contains(read.Errors, e => e.Path == "tenants/a.yaml:2 wrong");
        Assert.Contains(read.Errors, e => e.Path == "tenants/b.yaml:2 worse");
    }

    [Fact]
    public void Should_never_repeat_what_may_be_a_secret()
    {
        var errors = ConfigBench.Check(("larvik", ConfigBench.Good
            .Replace("env:PATH", "hunter2", StringComparison.Ordinal)
            .Replace(ConfigBench.Key, "hub_11223344_topsecret", StringComparison.Ordinal))).Errors;

        Assert.Equal(2, errors.Count(e => e.Code == "HUB-CONFIG-009"));
        Assert.DoesNotContain(errors, e => e.ToString().Contains("hunter2", StringComparison.Ordinal) || e.ToString().Contains("topsecret", StringComparison.Ordinal));
    }
}
