using System.Text.RegularExpressions;
using Hub.UnitTests.Ebxml;
using Xunit;

namespace Hub.UnitTests.Inspect;

/// <summary>Every public sample gets the verdict that its provenance gives, and none is shown with anybody's number or name.</summary>
public sealed partial class InspectSampleTests
{
    [Theory]
    [InlineData("ebxml/ebxml-processor/oppgjorsmelding/2023_08_29T12_56_58_328.msg")]
    [InlineData("ebxml/ebxml-processor/har-borger-egenandrel-fritak/harBorgerEgenandelFritakRequest")]
    [InlineData("ebxml/ebxml-processor/har-borger-egenandrel-fritak/harBorgerEgenanderlFritakResponse")]
    [InlineData("ebxml/ebxml-signatur-validator/riktigsignature")]
    [InlineData("ebxml/ebxml-signatur-validator/payloadonly")]
    public void Should_call_what_verifies_valid(string file)
    {
        var (exit, output, _) = Cli.Inspect(Standards.Path("samples", file));

        Assert.Equal((0, "signature: valid"), (exit, Cli.Signature(output)));
    }

    [Theory]
    [InlineData("ebxml/ebxml-signatur-validator/tekkopplysning", "signature-value-wrong")]
    [InlineData("ebxml/sarepta-eksempel/Acknowledgment.xml", "envelope-changed")]
    [InlineData("ebxml/sarepta-eksempel/Acknowledgment-Description.xml", "envelope-changed")]
    [InlineData("ebxml/sarepta-eksempel/ebxml-eksempel.xml", "envelope-changed")]
    [InlineData("ebxml/sarepta-eksempel/ebxml-header-Description-overvakning-SVAR_CYT.xml", "envelope-changed")]
    [InlineData("ebxml/sarepta-eksempel/overvakning/ebxml-header-Description-manifest2-overvakning-SVAR_CYT.xml", "envelope-changed")]
    [InlineData("ebxml/sarepta-eksempel/overvakning/ebxml-header.d237e310-796f-4e56-a50b-353b0e5d5947.SVAR_CYT.xml", "envelope-changed")]
    [InlineData("ebxml/ebxml-processor/signaltest/acknowledgment.xml", "signature-structure")]
    [InlineData("ebxml/ebxml-processor/signaltest/payloadmessage.xml", "signature-structure")]
    [InlineData("ebxml/ebxml-processor/cpa-repo-payloadmessage.xml", "signature-structure")]
    [InlineData("msghead/syfosmmottak/fellesformat.xml", "signature-misplaced")]
    public void Should_call_what_does_not_verify_invalid(string file, string reason)
    {
        var (exit, output, _) = Cli.Inspect(Standards.Path("samples", file));

        Assert.Equal((3, $"signature: invalid: {reason}"), (exit, Cli.Signature(output)));
    }

    [Fact]
    public void Should_say_that_the_signature_inside_a_broken_message_holds() => Assert.Contains(
        "own signature:   valid", Cli.Inspect(Standards.Path("samples", "ebxml/ebxml-signatur-validator/tekkopplysning")).Output, StringComparison.Ordinal);

    [Theory]
    [InlineData("plo/sarepta-1_6", 22)]
    [InlineData("plo/sarepta-1_5", 22)]
    [InlineData("dialogmelding/sarepta", 6)]
    [InlineData("apprec/helsenorge", 2)]
    [InlineData("apprec/isdialogmelding", 3)]
    public void Should_find_the_official_documents_valid_by_their_schemas(string folder, int count)
    {
        var files = Directory.GetFiles(Standards.Path("samples", folder), "*.xml", SearchOption.AllDirectories);

        Assert.Equal(count, files.Length);
        foreach (var file in files)
        {
            var (exit, output, _) = Cli.Inspect(file);
            Assert.Equal((0, "signature: none"), (exit, Cli.Signature(output)));
            Assert.Contains("schema:          valid", output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Should_show_nobody_of_any_sample()
    {
        foreach (var file in Directory.EnumerateFiles(Standards.Path("samples"), "*", SearchOption.AllDirectories))
        {
            var bytes = File.ReadAllText(file);
            foreach (var output in new[] { Cli.Inspect(file).Output, Cli.Inspect(file, "--json").Output })
            {
                Assert.False(NationalId().IsMatch(output), $"{file} is shown with a number of eleven digits.");
                foreach (var name in Name().Matches(bytes).Select(m => m.Groups[1].Value.Trim()).Where(n => n.Length > 3))
                    Assert.False(Regex.IsMatch(output, $@"\b{Regex.Escape(name)}\b"), $"{file} is shown with a name.");
            }
        }
    }

    [GeneratedRegex(@"(?<![0-9A-Za-z])\d{11}(?![0-9A-Za-z])")]
    private static partial Regex NationalId();

    [GeneratedRegex(@"<(?:\w+:)?(?:FamilyName|GivenName)>([^<]+)<")]
    private static partial Regex Name();
}
