using Xunit;

namespace Hub.UnitTests.Configuration;

/// <summary>One failing example per rule and per form of a setting: what is changed in the good file, and the error with its line.</summary>
public class RuleTests
{
    [Theory]
    [InlineData("tenant: larvik", "tenant: Larvik", "1 tenant HUB-CONFIG-004")]
    [InlineData("tenant: larvik", "tenant: tonsberg", "1 tenant HUB-CONFIG-004")]
    [InlineData("tenant: larvik", "tenant:", "1 tenant HUB-CONFIG-003")]
    [InlineData("312229544", "312229545", "2 organization.orgnr HUB-CONFIG-011")]
    [InlineData("312229544", "31222954", "2 organization.orgnr HUB-CONFIG-011")]
    [InlineData("her: 8094866", "her: x", "2 organization.her HUB-CONFIG-004")]
    [InlineData("  dho:", "  DHO:", "18 routes[0].from HUB-CONFIG-005")]
    [InlineData("  epj:\n", "  Epj:\n", "9 partners.Epj HUB-CONFIG-004")]
    [InlineData("adapter: sender", "adapter: sendr", "5 partners.dho.adapter HUB-CONFIG-006")]
    [InlineData("adapter: sender", "adapter: receiver", "6 partners.dho.inbound HUB-CONFIG-012")]
    [InlineData("adapter: receiver", "adapter: sender", "11 partners.epj.url HUB-CONFIG-012")]
    [InlineData("site: main", "sight: main", "15 partners.epj.options.sight HUB-CONFIG-002")]
    [InlineData("https://epj.example/api", "http://epj.example/api", "11 partners.epj.url HUB-CONFIG-004")]
    [InlineData("https://epj.example/api", "https://me:pw@epj.example/api", "11 partners.epj.url HUB-CONFIG-009")]
    [InlineData("https://epj.example/api", "epj.example", "11 partners.epj.url HUB-CONFIG-004")]
    [InlineData("keys: sha256:f09f", "keys: sha256:xxxx", "7 partners.dho.inbound.keys HUB-CONFIG-004")]
    [InlineData("sha256:f09ff0340eccdda18c5dd2ecadebae611adbb5a8eb9d86f75854550dc4c7eaad", "hub_1_2222222", "7 partners.dho.inbound.keys HUB-CONFIG-009")]
    [InlineData("mode: lenient", "mode: loose", "8 partners.dho.inbound.mode HUB-CONFIG-004")]
    [InlineData("mode: lenient", "content: [measurements]", "8 partners.dho.inbound.content HUB-CONFIG-004")]
    [InlineData("mode: lenient", "auth: helseid", "8 partners.dho.inbound.auth HUB-CONFIG-004")]
    [InlineData("mode: lenient", "maxBytes: 1", "8 partners.dho.inbound.maxBytes HUB-CONFIG-004")]
    [InlineData("env:PATH", "env:HUB_NO_SUCH_VARIABLE", "12 partners.epj.auth.secret HUB-CONFIG-010")]
    [InlineData("env:PATH", "file:/no/such/file", "12 partners.epj.auth.secret HUB-CONFIG-010")]
    [InlineData("env:PATH", "hunter2", "12 partners.epj.auth.secret HUB-CONFIG-009")]
    [InlineData("clientId: hub, ", "", "12 partners.epj.auth.clientId HUB-CONFIG-003")]
    [InlineData("timeout: 5s", "timeout: 5", "13 partners.epj.timeout HUB-CONFIG-004")]
    [InlineData("maxProbe: 1m", "maxProbe: 10ms", "14 partners.epj.breaker.maxProbe HUB-CONFIG-004")]
    [InlineData("name: values", "name: answer", "17 routes[0].name HUB-CONFIG-004")]
    [InlineData("from: dho", "from: dhoo", "18 routes[0].from HUB-CONFIG-005")]
    [InlineData("from: dho", "from: epj", "18 routes[0].from HUB-CONFIG-012")]
    [InlineData("content: measurement", "content: measure", "19 routes[0].content HUB-CONFIG-004")]
    [InlineData("triage: [yellow, red]", "triage: orange", "20 routes[0].when.triage HUB-CONFIG-004")]
    [InlineData("category: heart-rate", "category: pulse", "20 routes[0].when.category HUB-CONFIG-004")]
    [InlineData("    to: epj", "    to: dho", "21 routes[0].to HUB-CONFIG-012")]
    [InlineData("    to: epj", "    to: [epj, epj]", "17 routes[0].name HUB-CONFIG-008")]
    [InlineData("as: test.document", "as: test.documents", "22 routes[0].as HUB-CONFIG-007")]
    [InlineData("content: measurement", "content: plan", "22 routes[0].as HUB-CONFIG-007")]
    [InlineData("jitter: 0.5", "jitter: 1.5", "23 routes[0].retry.jitter HUB-CONFIG-004")]
    [InlineData("delays: [1s, 2m]", "delays: [1s, soon]", "23 routes[0].retry.delays HUB-CONFIG-004")]
    [InlineData("giveUpAfter: 96h", "schedule: fast", "23 routes[0].retry.delays HUB-CONFIG-004")]
    [InlineData("requires: consent:share", "requires: share", "24 routes[0].requires HUB-CONFIG-004")]
    [InlineData("onDeadLetter: park", "onDeadletter: park", "25 routes[0].onDeadletter HUB-CONFIG-002")]
    public void Should_name_line_and_path_of_the_fault(string good, string bad, string expected)
    {
        Assert.Contains(good, ConfigBench.Good, StringComparison.Ordinal);
        var at = ConfigBench.Good.IndexOf(good, StringComparison.Ordinal);
        var file = ConfigBench.Good[..at] + bad + ConfigBench.Good[(at + good.Length)..];

        Assert.Contains($"tenants/larvik.yaml:{expected}", ConfigBench.Errors(file));
    }

    [Fact]
    public void Should_not_check_digits_or_encryption_of_a_test_tenant()
    {
        var file = ConfigBench.Good.Replace("312229544", "314159265", StringComparison.Ordinal).Replace("https://epj", "http://epj", StringComparison.Ordinal);

        Assert.Equal(2, ConfigBench.Errors(file).Count);
        Assert.Empty(ConfigBench.Errors(file + "\nenvironment: test\n"));
    }

    [Fact]
    public void Should_refuse_two_tenants_with_the_same_number_and_key()
    {
        var read = ConfigBench.Check(("larvik", ConfigBench.Good), ("other", ConfigBench.Good.Replace("tenant: larvik", "tenant: other", StringComparison.Ordinal)));

        Assert.Equal(
            ["tenants/other.yaml:2 organization.orgnr HUB-CONFIG-008", "tenants/other.yaml:7 partners.dho.inbound.keys HUB-CONFIG-008"],
            read.Errors.Select(e => $"{e.Path} {e.Code}"));
    }

    [Fact]
    public void Should_find_no_number_twice_in_files_that_have_none()
    {
        var read = ConfigBench.Check(("larvik", "tenant: larvik\n"), ("other", "tenant: other\n"));

        Assert.DoesNotContain(read.Errors, e => e.Code == "HUB-CONFIG-008");
    }

    [Fact]
    public void Should_refuse_a_third_key()
    {
        var keys = string.Join(", ", Enumerable.Range(0, 3).Select(i => $"\"{ConfigBench.Key[..^1]}{i}\""));

        Assert.Equal(["tenants/larvik.yaml:7 partners.dho.inbound.keys HUB-CONFIG-004"], ConfigBench.Errors(ConfigBench.Good.Replace($"keys: {ConfigBench.Key}", $"keys: [{keys}]", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("adapter: sender", "adapter: sendr", "did you mean 'sender'?")]
    [InlineData("onDeadLetter", "onDeadletter", "did you mean 'onDeadLetter'?")]
    [InlineData("as: test.document", "as: test.documnt", "did you mean 'test.document'?")]
    [InlineData("site: main", "sit: main", "did you mean 'site'?")]
    public void Should_suggest_what_was_meant(string good, string bad, string suggestion)
    {
        var errors = ConfigBench.Check(("larvik", ConfigBench.Good.Replace(good, bad, StringComparison.Ordinal))).Errors;

        Assert.Contains(errors, e => e.Text.EndsWith(suggestion, StringComparison.Ordinal));
    }
}
