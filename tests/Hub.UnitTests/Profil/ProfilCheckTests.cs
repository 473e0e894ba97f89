using Hub.Adapters.Profil;
using Hub.Adapters.Profil.Reading;
using Hub.Core.Tenants;
using Hub.UnitTests.Mappings;
using Xunit;

namespace Hub.UnitTests.Profil;

/// <summary>Settings of the partner, and the rule of Norwegian local time.</summary>
public sealed class ProfilCheckTests
{
    private static readonly PartnerConfig Sound = new("larvik", "profil", "profil")
    {
        Url = new Uri("https://profil.larvik.example/api"),
        Auth = new OutboundAuth(OutboundAuthKind.ClientCredentials, new SecretReference("file:x"), "hub", null, null),
        Options = new Dictionary<string, string> { ["apiVersion"] = "4.2", ["noteTypes"] = "note=101, alert=135", ["versionMismatch"] = "retry", ["measureType"] = "4711" },
    };

    [Fact]
    public void Should_fault_nothing_in_a_sound_partner() => Assert.Empty(Check(Sound));

    [Theory]
    [InlineData("apiVersion", "4", "options.apiVersion")]
    [InlineData("apiVersion", "", "options.apiVersion")]
    [InlineData("versionMismatch", "ignore", "options.versionMismatch")]
    [InlineData("measureType", "dho", "options.measureType")]
    [InlineData("patientName", "hide", "options.patientName")]
    [InlineData("formReport", "yes", "options.formReport")]
    [InlineData("noteTypes", "note", "options.noteTypes")]
    [InlineData("noteTypes", "notes=1", "options.noteTypes")]
    public void Should_name_the_setting_at_fault(string name, string value, string path) =>
        Assert.Equal([path], Check(Sound with { Options = new Dictionary<string, string>(Sound.Options) { [name] = value } }));

    [Fact]
    public void Should_ask_for_credentials_where_the_journal_is_called()
    {
        Assert.Equal(["auth"], Check(Sound with { Auth = null }));
        Assert.Empty(Check(Sound with { Url = null, Auth = null, Options = new Dictionary<string, string>() }));
    }

    [Theory]
    [InlineData("2026-03-01T08:15:00", null, "2026-03-01T07:15:00Z")]
    [InlineData("2026-07-01T08:15:00", true, "2026-07-01T06:15:00Z")]
    [InlineData("2026-10-25T02:30:00", true, "2026-10-25T00:30:00Z")]
    [InlineData("2026-10-25T02:30:00", false, "2026-10-25T01:30:00Z")]
    [InlineData("2026-03-29T03:00:00.5", null, "2026-03-29T01:00:00.5Z")]
    public void Should_read_local_time(string text, bool? summer, string instant) =>
        Assert.Equal(DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture), LocalTime.Read(text, summer, out _));

    [Theory]
    [InlineData("2026-10-25T02:30:00", null)]
    [InlineData("2026-03-29T02:30:00", null)]
    [InlineData("2026-07-01T08:15:00", false)]
    [InlineData("2026-07-01T08:15:00Z", null)]
    [InlineData("2026-07-01", null)]
    public void Should_refuse_local_time_that_names_no_instant(string text, bool? summer)
    {
        Assert.Null(LocalTime.Read(text, summer, out var fault));
        Assert.NotNull(fault);
    }

    private static string[] Check(PartnerConfig partner) => [.. new ProfilAdapter().Check(partner, MappingBench.Context().Tenant, null).Select(e => e.Path!)];
}
