using System.Text;
using Hub.Core.Content;
using Hub.Core.Identities;
using Hub.Core.Registers;
using Hub.UnitTests.Mappings;
using Xunit;

namespace Hub.UnitTests.Registers;

/// <summary>What a register keeps is what it was given.</summary>
public sealed class ContentTextTests
{
    private static readonly Patient Someone = new(new Identifier("urn:oid:2.16.578.1.12.4.1.4.1", "13116900216"), "Line Danser", []);

    public static TheoryData<string> Kinds() => [.. typeof(HomeContent).Assembly.GetTypes().Where(t => t is { IsAbstract: false } && t.IsSubclassOf(typeof(HomeContent))).Select(t => t.Name)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Should_keep_every_property_of_every_content(string type)
    {
        var filled = new FilledContent();
        var content = filled.Build(typeof(HomeContent).Assembly.GetTypes().Single(t => t.Name == type && t.IsSubclassOf(typeof(HomeContent))));
        var written = ContentText.Write(new RegisteredContent("dignio", "e-1", Someone, content) { Correlation = "c" });

        var read = ContentText.Read(written);

        Assert.True(read.IsOk);
        Assert.Equal(content.GetType(), read.Value.Content.GetType());
        Assert.Equal(Encoding.UTF8.GetString(written), Encoding.UTF8.GetString(ContentText.Write(read.Value)));
        var text = Encoding.UTF8.GetString(written);
        Assert.All(filled.Markers, m => Assert.True(text.Contains(m.Marker, StringComparison.Ordinal) || text.Contains(Convert.ToBase64String(Encoding.UTF8.GetBytes(m.Marker)), StringComparison.Ordinal), m.Path));
    }

    [Fact]
    public void Should_keep_the_digits_and_the_offset_of_a_value()
    {
        var time = new ClinicalTime(new DateTimeOffset(2026, 3, 1, 8, 15, 0, TimeSpan.FromHours(1)));
        var weight = new Measurement(MeasurementKind.BodyWeight, time) { Value = Measured.Of(82.50m, "kg") };
        var read = ContentText.Read(ContentText.Write(new RegisteredContent("dignio", "e-1", Someone, weight)));

        var value = Assert.IsType<Measurement>(read.Value.Content);
        Assert.Equal("82.50", value.Value!.Quantity!.Value.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(TimeSpan.FromHours(1), value.Time.Start.Offset);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("""{"source":"a","sourceId":"b"}""")]
    [InlineData("""{"source":"a","sourceId":"b","patient":{"id":{"system":"s","value":"v"},"otherIds":[]},"content":{"$kind":"System.Object"}}""")]
    public void Should_refuse_what_is_no_content(string text)
    {
        var read = ContentText.Read(Encoding.UTF8.GetBytes(text));
        Assert.Equal("HUB-INTAKE-004", Assert.Single(read.Errors).Code);
    }
}
