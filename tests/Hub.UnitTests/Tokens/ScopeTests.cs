using Hub.Host.Security.Tokens;
using Xunit;

namespace Hub.UnitTests.Tokens;

/// <summary>Scopes of SMART App Launch 1 and 2.</summary>
public sealed class ScopeTests
{
    [Theory]
    [InlineData("user/*.read", "user", "Observation", 's', true)]
    [InlineData("user/Observation.read", "user", "Observation", 'r', true)]
    [InlineData("user/Observation.rs", "user", "Observation", 's', true)]
    [InlineData("user/Observation.r", "user", "Observation", 's', false)]
    [InlineData("user/Observation.cruds", "user", "Observation", 's', true)]
    [InlineData("user/Observation.*", "user", "Observation", 'u', true)]
    [InlineData("user/Observation.write", "user", "Observation", 's', false)]
    [InlineData("user/Observation.read", "user", "CarePlan", 's', false)]
    [InlineData("user/Observation.read", "patient", "Observation", 's', false)]
    [InlineData("patient/*.rs", "patient", "CarePlan", 's', true)]
    [InlineData("system/*.read", "system", "CarePlan", 's', true)]
    [InlineData("admin/*.read", "admin", "CarePlan", 's', false)]
    [InlineData("user/Observation.rs?category=vital-signs", "user", "Observation", 's', false)]
    [InlineData("user/Observation.", "user", "Observation", 's', false)]
    [InlineData("user/.read", "user", "", 's', false)]
    [InlineData("user/Observation.rx", "user", "Observation", 's', false)]
    [InlineData("openid", "user", "Observation", 's', false)]
    public void Should_cover_what_the_scope_says(string scope, string context, string resource, char right, bool covered) =>
        Assert.Equal(covered, new ScopeSet([scope]).Covers(context, resource, right));
}
