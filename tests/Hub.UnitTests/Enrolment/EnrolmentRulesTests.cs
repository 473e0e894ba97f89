using Hub.Adapters.Enrolment;
using Hub.Core.Content;
using Xunit;

namespace Hub.UnitTests.Enrolment;

/// <summary>The rules by which somebody counts as followed up.</summary>
public sealed class EnrolmentRulesTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(null, 0, false)]
    [InlineData(FollowUpState.Included, -1, true)]
    [InlineData(FollowUpState.Included, 1, true)] // whoever will follow up from tomorrow must know today who comes
    [InlineData(FollowUpState.Paused, -1, true)]
    [InlineData(FollowUpState.Ended, -1, false)]
    [InlineData(FollowUpState.Ended, 0, false)]
    [InlineData(FollowUpState.Ended, 1, true)] // ends tomorrow
    public void Should_count_as_followed_up_from_the_inclusion_until_the_end(FollowUpState? state, int days, bool followed) =>
        Assert.Equal(followed, EnrolmentState.IsFollowed(state is { } known ? new EnrolmentState(known, Noon.AddDays(days)) : null, Noon));

    [Theory]
    [InlineData(FollowUpState.Ended, 1, null, FollowUpState.Ended)]
    [InlineData(FollowUpState.Ended, 0, null, FollowUpState.Ended)] // of the same moment: what was told last
    [InlineData(FollowUpState.Ended, -1, null, FollowUpState.Included)] // from before what is known
    [InlineData(FollowUpState.Ended, -1, "s-1", FollowUpState.Ended)] // unless it corrects another
    [InlineData(FollowUpState.Included, 1, null, FollowUpState.Included)]
    public void Should_hold_what_was_told_of_the_latest_moment(FollowUpState told, int days, string? corrects, FollowUpState expected)
    {
        var known = new EnrolmentState(FollowUpState.Included, Noon);
        Assert.Equal(expected, EnrolmentState.After(known, new PatientStatus(told, new ClinicalTime(Noon.AddDays(days))) { Corrects = corrects }).State);
    }

    [Fact]
    public void Should_take_the_first_for_what_it_is() =>
        Assert.Equal(new EnrolmentState(FollowUpState.Paused, Noon), EnrolmentState.After(null, new PatientStatus(FollowUpState.Paused, new ClinicalTime(Noon))));

    [Theory]
    [InlineData("dho", null, "dho")]
    [InlineData("dho", 1, "dho")]
    [InlineData("dho", 0, null)]
    [InlineData("ta", null, null)]
    public void Should_be_of_the_category_dho_where_home_follow_up_is_granted(string service, int? endsAfterDays, string? category)
    {
        var personalia = new Personalia(new ClinicalTime(Noon)) { Services = [new GrantedService(new Coding("urn:x", service), null, endsAfterDays is { } days ? Noon.AddDays(days) : null)] };
        Assert.Equal(category, personalia.Category);
    }
}
