using Hub.Core.Content;
using Hub.Core.Tenants;
using Xunit;

namespace Hub.UnitTests.Configuration;

/// <summary>Who may look at what, as tenant files say it.</summary>
public sealed class AccessFileTests
{
    private const string Rules = """
        parties:
          hospital: { kind: hospital, orgnr: "983974791" }
        access:
          - party: self
            roles: [LE, SP]
            content: [measurement, questionnaire, plan]
          - { party: hospital, roles: [LE], content: [measurement], requires: ["consent:share-with-hospital"], while: 90d after }
          - { party: self, roles: system, content: [plan], while: always, writes: true }

        """;

    [Fact]
    public void Should_read_rules_in_their_order()
    {
        var rules = ConfigBench.Check(("larvik", Rules + ConfigBench.Good)).Value[0].Access;

        Assert.Equal([AccessPeriod.Responsible, AccessPeriod.After, AccessPeriod.Always], rules.Select(r => r.While));
        Assert.Equal(["LE", "SP"], rules[0].Roles.Order());
        Assert.Equal([ContentKind.Measurement, ContentKind.Questionnaire, ContentKind.Plan], rules[0].Content.Order());
        Assert.Equal(["share-with-hospital"], rules[1].Requires);
        Assert.Equal(TimeSpan.FromDays(90), rules[1].After);
        Assert.True(rules[2].Writes);
        Assert.False(rules[0].Writes);
    }

    [Theory]
    [InlineData("{ party: nobody, roles: [LE], content: [plan] }", "access[0].party")]
    [InlineData("{ party: self, roles: [lege], content: [plan] }", "access[0].roles")]
    [InlineData("{ party: self, content: [plan] }", "access[0].roles")]
    [InlineData("{ party: self, roles: [LE], content: [values] }", "access[0].content")]
    [InlineData("{ party: self, roles: [LE] }", "access[0].content")]
    [InlineData("{ party: self, roles: [LE], content: [plan], while: sometimes }", "access[0].while")]
    [InlineData("{ party: self, roles: [LE], content: [plan], while: 0d after }", "access[0].while")]
    [InlineData("{ party: self, roles: [LE], content: [plan], requires: share }", "access[0].requires")]
    [InlineData("{ roles: [LE], content: [plan] }", "access[0].party")]
    public void Should_name_the_place_of_what_is_wrong(string rule, string path)
    {
        var errors = ConfigBench.Errors($"access:\n  - {rule}\n" + ConfigBench.Good);

        Assert.Contains(errors, e => e.Contains($" {path} HUB-CONFIG-", StringComparison.Ordinal));
    }
}
