using Hub.Core.Content;
using Hub.Core.Registers;
using Hub.Core.Tenants;
using Hub.Host.Reading;
using Xunit;

namespace Hub.UnitTests.Reading;

/// <summary>Who may look, by the tenant's rules.</summary>
public sealed class AccessJudgeTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly AccessRule Own = Rule("self", ["LE", "SP"], ContentKind.Measurement, ContentKind.Plan);
    private static readonly AccessRule Hospital = Rule("hospital", ["LE"], ContentKind.Measurement) with { Requires = ["share"], While = AccessPeriod.After, After = TimeSpan.FromDays(90) };

    [Fact]
    public void Should_refuse_what_no_rule_allows()
    {
        Assert.Empty(AccessJudge.Candidates([], Asks("self", "LE")));
        Assert.Empty(AccessJudge.Candidates([Own], Asks("self", "FT")));
        Assert.Empty(AccessJudge.Candidates([Own], Asks("self", "system")));
        Assert.Empty(AccessJudge.Candidates([Own], Asks("gp", "LE")));
        Assert.Empty(AccessJudge.Candidates([Own], Asks("self", "LE") with { Writes = true }));
        Assert.Equal("HUB-READ-001", Refused(Judge([], Asks("self", "LE"))));
    }

    [Fact]
    public void Should_allow_some_kinds_and_refuse_others()
    {
        var verdict = Judge([Own], Asks("self", "LE") with { Kinds = [ContentKind.Measurement, ContentKind.Questionnaire, ContentKind.Plan] });

        Assert.Equal([ContentKind.Measurement, ContentKind.Plan], verdict.Allowed);
        Assert.Equal(ContentKind.Questionnaire, Assert.Single(verdict.Refused).Kind);
    }

    [Fact]
    public void Should_count_the_tenant_as_responsible_where_nothing_is_registered()
    {
        Assert.NotEmpty(Judge([Own], Asks("self", "SP")).Allowed);
        Assert.Equal("HUB-READ-002", Refused(Judge([Own with { Party = "hospital" }], Asks("hospital", "SP"))));
    }

    [Fact]
    public void Should_move_access_with_responsibility_at_the_agreed_moment()
    {
        Responsibility[] ahead = [new("hospital", Now.AddHours(1))];
        Responsibility[] moved = [new("hospital", Now.AddHours(-1)) { Before = "self" }];
        var rule = Own with { Party = "hospital" };

        Assert.NotEmpty(Judge([Own], Asks("self", "LE") with { Responsible = ahead }).Allowed);
        Assert.Equal("HUB-READ-002", Refused(Judge([rule], Asks("hospital", "LE") with { Responsible = ahead })));
        Assert.Equal("HUB-READ-002", Refused(Judge([Own], Asks("self", "LE") with { Responsible = moved })));
        Assert.NotEmpty(Judge([rule], Asks("hospital", "LE") with { Responsible = moved }).Allowed);
    }

    [Theory]
    [InlineData(-89, true)]
    [InlineData(-91, false)]
    public void Should_let_who_was_responsible_look_for_so_many_days(int days, bool allowed)
    {
        Responsibility[] versions = [new("self", Now.AddDays(days)) { Before = "hospital" }, new("hospital", Now.AddDays(-200))];
        var question = Asks("hospital", "LE") with { Responsible = versions, Granted = new HashSet<string> { "share" } };

        Assert.Equal(allowed, Judge([Hospital], question).Allowed.Count > 0);
    }

    [Fact]
    public void Should_ask_for_every_consent_of_the_rule_and_name_what_the_look_rests_on()
    {
        var responsible = new Responsibility[] { new("hospital", Now.AddDays(-1)) };
        var question = Asks("hospital", "LE") with { Responsible = responsible };
        var rule = Hospital with { Requires = ["share", "research"] };

        Assert.Equal("HUB-READ-003", Refused(Judge([rule], question with { Granted = new HashSet<string> { "share" } })));
        Assert.Equal(["research", "share"], Judge([rule], question with { Granted = new HashSet<string> { "share", "research", "other" } }).Purposes);
    }

    [Fact]
    public void Should_never_let_somebody_look_who_was_never_responsible()
    {
        Responsibility[] versions = [new("hospital", Now.AddDays(-1)) { Before = "self" }];

        Assert.Null(AccessJudge.Ended("gp", versions, Now));
        Assert.Equal(DateTimeOffset.MaxValue, AccessJudge.Ended("hospital", versions, Now));
        Assert.Equal(Now.AddDays(-1), AccessJudge.Ended("self", versions, Now));
        Assert.Equal(DateTimeOffset.MaxValue, AccessJudge.Ended("self", [], Now));
        Assert.Null(AccessJudge.Ended("hospital", [], Now));
    }

    private static AccessRule Rule(string party, IEnumerable<string> roles, params IEnumerable<ContentKind> kinds) => new(party, roles.ToHashSet(), kinds.ToHashSet());

    private static AccessQuestion Asks(string party, string role) => new(party, new HashSet<string> { role }, [ContentKind.Measurement], false);

    private static AccessVerdict Judge(IReadOnlyList<AccessRule> rules, AccessQuestion question) => AccessJudge.Judge(AccessJudge.Candidates(rules, question), question, Now);

    private static string Refused(AccessVerdict verdict)
    {
        Assert.Empty(verdict.Allowed);
        return verdict.Refused[0].Why.Code;
    }
}
