using Hub.Host.Faces.Operators;
using Hub.Host.Security;
using Xunit;

namespace Hub.UnitTests.Security;

public sealed class RolesTests
{
    [Theory]
    [InlineData(OperatorRole.Operator, "View Own Act Installation")]
    [InlineData(OperatorRole.Administrator, "View Own Act Body")]
    [InlineData(OperatorRole.Viewer, "View Own")]
    [InlineData(OperatorRole.Vendor, "Own")]
    public void Should_let_a_role_do_what_it_may_and_no_more(OperatorRole role, string may) =>
        Assert.Equal(may, string.Join(' ', Enum.GetValues<Need>().Where(n => role.May(n))));

    [Fact]
    public void Should_reach_all_or_one_tenant_or_one_partner_of_it()
    {
        Assert.True(Scope.All.Reaches("skien", "dho"));
        Assert.True(new Scope("larvik").Reaches("larvik", "dho"));
        Assert.False(new Scope("larvik").Reaches("skien"));
        Assert.False(new Scope("larvik", "dho").Reaches("larvik", "epj"));
        Assert.False(new Scope("larvik", "dho").Reaches("skien", "dho"));
    }
}
