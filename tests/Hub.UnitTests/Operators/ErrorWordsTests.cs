using System.Text.RegularExpressions;
using Hub.Core.Errors;
using Hub.Host.Errors;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace Hub.UnitTests.Operators;

/// <summary>Every code says what is wrong and what to do in both languages, and who asks gets the one that is read.</summary>
public partial class ErrorWordsTests
{
    [Fact]
    public void Should_have_every_code_in_both_languages() => Assert.Equal(ErrorWords.English.All.Keys.Order(StringComparer.Ordinal), ErrorWords.Norwegian.All.Keys.Order(StringComparer.Ordinal));

    [Fact]
    public void Should_name_the_same_settings_and_commands_in_both_languages()
    {
        var breaches = from code in ErrorWords.English.All.Keys
                       from Match name in Name().Matches(Whole(ErrorWords.English.All[code]))
                       where !Whole(ErrorWords.Norwegian.All[code]).Contains(name.Value, StringComparison.Ordinal)
                       select $"{code}: {name.Value}";
        Assert.Empty(breaches);
    }

    [Fact]
    public void Should_be_written_alike()
    {
        Assert.All(ErrorWords.Norwegian.All, w => Assert.True(w.Value.Action.EndsWith('.') && !w.Value.Title.EndsWith('.') && w.Value.Title != ErrorWords.English.All[w.Key].Title, w.Key));
    }

    [Theory]
    [InlineData("nb", true)]
    [InlineData("nn-NO", true)]
    [InlineData("no;q=0.8, en;q=0.5", true)]
    [InlineData("de, nb;q=0.7, en;q=0.3", true)]
    [InlineData("en-GB, nb;q=0.9", false)]
    [InlineData("nb;q=0, en", false)]
    [InlineData("*", false)]
    [InlineData("de", false)]
    [InlineData("", false)]
    [InlineData("nb;q=much", false)]
    public void Should_speak_the_language_that_is_asked_for_first(string asked, bool norwegian)
    {
        var request = new DefaultHttpContext().Request;
        request.Headers.AcceptLanguage = asked;
        Assert.Equal(norwegian, Speech.IsNorwegian(request));
    }

    [Fact]
    public void Should_keep_what_goes_beyond_the_title()
    {
        var plain = OperatorErrors.NotPaused.At();
        var exact = HttpErrors.BadParameter.At("$.until", "Must be a moment to come");

        Assert.Equal(("Den er ikke på pause", plain.Text), (ErrorWords.Norwegian.Text(plain), ErrorWords.English.Text(plain)));
        Assert.Equal(exact.Text, ErrorWords.Norwegian.Text(exact));
        Assert.StartsWith("Rett feltet", ErrorWords.Norwegian.Action(exact), StringComparison.Ordinal);
        Assert.Equal("what it says", ErrorWords.Norwegian.Title(new HubError("HUB-NONE-999", "what it says", null, false)));
    }

    private static string Whole(ErrorWord word) => $"{word.Title} {word.Action}";

    [GeneratedRegex(@"\b[a-z][A-Za-z]+\.[a-z][A-Za-z.]+[A-Za-z]\b|'hub [a-z -]+'|HUB-[A-Z]+-\d+|RFC \d+")]
    private static partial Regex Name();
}
