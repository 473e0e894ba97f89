using System.Net;
using Hub.AcceptanceTests.Faces;
using Hub.AcceptanceTests.Staging;
using Hub.Tests.Support;
using Xunit;

namespace Hub.AcceptanceTests.Console;

/// <summary>The files of the console as the hub serves them.</summary>
[Collection(FaceCollection.Name)]
public sealed class ConsoleFaceTests(FaceHub hub)
{
    private static readonly string Folder = Path.Combine(Checkout.Root, "src/Hub.Host/Console");

    [Fact]
    public async Task Should_serve_every_file_under_a_strict_policy()
    {
        foreach (var file in Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories))
        {
            using var answer = await hub.Http.GetAsync($"console/{Path.GetRelativePath(Folder, file)}", TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Equal(await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken), await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
            Assert.StartsWith("default-src 'self';", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
            Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        }
    }

    [Fact]
    public async Task Should_lead_to_the_page_and_send_a_file_once()
    {
        using var page = await hub.Http.GetAsync("console", TestContext.Current.CancellationToken);
        Assert.EndsWith("/console/", page.RequestMessage!.RequestUri!.AbsolutePath, StringComparison.Ordinal);
        using var again = new HttpRequestMessage(HttpMethod.Get, "console/");
        again.Headers.IfNoneMatch.Add(page.Headers.ETag!);

        using var answer = await hub.Http.SendAsync(again, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotModified, answer.StatusCode);
    }

    [Theory]
    [InlineData("console/nothing.js")]
    [InlineData("console/../hub.yaml")]
    [InlineData("console/%2e%2e/hub.yaml")]
    public async Task Should_serve_nothing_else(string address)
    {
        using var answer = await hub.Http.GetAsync(address, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Should_tell_what_every_error_code_means()
    {
        var codes = await hub.SendAsync(HttpMethod.Get, "/console/errors.json", null);

        var norwegian = await hub.SendAsync(HttpMethod.Get, "/console/errors.nb.json", null);

        Assert.Equal("Discarded by an operator", codes.Json.GetProperty("HUB-DELIVERY-007").GetProperty("title").GetString());
        Assert.Equal("Forkastet av en operatør", norwegian.Json.GetProperty("HUB-DELIVERY-007").GetProperty("title").GetString());
    }

    [Fact]
    public async Task Should_be_told_of_problems_in_the_language_that_is_asked_for()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "ops/v1/me");
        request.Headers.AcceptLanguage.ParseAdd("nb-NO, en;q=0.5");
        using var answer = await hub.Http.SendAsync(request, TestContext.Current.CancellationToken);
        var problem = await Answer.ReadAsync(answer);

        Assert.Equal(("nb", "HUB-AUTH-001", "Forespørselen mangler nøkkel"), (Assert.Single(answer.Content.Headers.ContentLanguage), problem.Code, problem.Json.GetProperty("title").GetString()));
        Assert.Equal("The request carries no credentials", (await hub.SendAsync(HttpMethod.Get, "/ops/v1/me", null)).Json.GetProperty("title").GetString());
    }

    [Fact]
    public async Task Should_be_left_out_where_the_settings_say_so()
    {
        await using var stage = await Stage.OpenAsync(BackingKind.Embedded, "console: false");

        using var answer = await stage.Http.GetAsync("console/", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }
}
