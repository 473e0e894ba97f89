using System.Text;
using System.Text.Json;
using Hub.AcceptanceTests.Faces;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Hub.AcceptanceTests.Console;

/// <summary>What an operator changes from the console: an edited document, pauses, and a configuration that is tried first.</summary>
[Collection(ConsoleCollection.Name)]
public sealed class ConsoleActTests(FaceHub hub, Chromium chromium)
{
    [Fact]
    public async Task Should_send_an_edited_document_once_its_difference_was_seen()
    {
        Chromium.Require();
        var (screen, canned) = await OpenAsync("messages/48211", "administrator");
        var page = screen.Page;
        await Dialogs.Of("amend-diff").OpenAsync(screen);
        await Expect(page.Locator("dialog .diff .added")).ToContainTextAsync("9062");
        await Expect(page.Locator("dialog")).ToContainTextAsync("feil kodeverk");
        await page.GetByText("Rett mer").ClickAsync();
        await Expect(page.Locator("#document")).ToHaveValueAsync(new System.Text.RegularExpressions.Regex("9062"));
        await page.GetByText("Se forskjellen").ClickAsync();
        await page.GetByText("Send det rettede dokumentet").ClickAsync();

        await Expect(page.Locator("dialog [role=status]")).ToContainTextAsync("generasjon 2");
        await screen.PictureAsync("amend-done");
        await page.GetByText("Vis leveransen").ClickAsync();
        await Expect(page.Locator("dialog")).ToHaveCountAsync(0);
        await Expect(page.Locator("[data-delivery='48211.3']")).ToBeFocusedAsync();

        Assert.Contains("\"purpose\":\"feil kodeverk\"", Assert.Single(canned.Sent, s => s.Path.EndsWith("/bodies", StringComparison.Ordinal)).Body!, StringComparison.Ordinal);
        var sent = JsonDocument.Parse(Assert.Single(canned.Sent, s => s.Path == "deliveries/48211.3/amend").Body!).RootElement;
        var document = Encoding.UTF8.GetString(sent.GetProperty("document").GetBytesFromBase64());
        Assert.Equal((1, "feil kodeverk"), (sent.GetProperty("generation").GetInt32(), sent.GetProperty("reason").GetString()));

        // What was not edited is as it was, to the last digit.
        Assert.Contains("\"valueDecimal\": 61.50", document, StringComparison.Ordinal);
        Assert.Contains("utløst kl. 07:14", document, StringComparison.Ordinal);
        Assert.Contains("9062", document, StringComparison.Ordinal);
        Assert.DoesNotContain("61.50", await page.EvaluateAsync<string>("() => JSON.stringify([{...sessionStorage}, {...localStorage}, history.state])"), StringComparison.Ordinal);
        await chromium.KeepAsync(screen, canned);
    }

    [Fact]
    public async Task Should_send_nothing_where_nothing_was_edited()
    {
        Chromium.Require();
        var (screen, canned) = await OpenAsync("messages/48211", "administrator");
        canned.Instead("deliveries/48211.3/amend/preview", "amend-same");
        await Dialogs.Of("amend-edit").OpenAsync(screen);
        await screen.Page.GetByText("Se forskjellen").ClickAsync();

        await Expect(screen.Page.Locator("dialog .notice")).ToContainTextAsync("Ingenting er endret");
        Assert.DoesNotContain(canned.Sent, s => s.Path == "deliveries/48211.3/amend");
        await chromium.KeepAsync(screen, canned);
    }

    [Theory]
    [InlineData("administrator", "48211.4", "signert")]
    [InlineData("operator", "48211.3", "administrator")]
    [InlineData("administrator", "48211.1", null)]
    public async Task Should_say_why_a_document_cannot_be_amended(string role, string delivery, string? why)
    {
        Chromium.Require();
        var (screen, canned) = await OpenAsync("messages/48211", role);
        var card = screen.Page.Locator($"[data-delivery='{delivery}']");

        Assert.Equal(0, await card.GetByText("Rett og send").CountAsync());
        if (why is null)
            Assert.Equal(0, await card.Locator(".note").CountAsync());
        else
            await Expect(card.Locator(".note")).ToContainTextAsync(why);
        await chromium.KeepAsync(screen, canned);
    }

    [Fact]
    public async Task Should_pause_a_route_from_the_flow_and_show_what_is_paused()
    {
        Chromium.Require();
        var (screen, canned) = await OpenAsync("flow?tenant=larvik");
        var page = screen.Page;
        await Expect(page.Locator(".pauses .notice")).ToHaveCountAsync(2);
        await Expect(page.Locator("svg.flow .node.paused").First).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Sett på pause: measurements-to-lab" }).ClickAsync();
        await Expect(page.Locator("#pause-what")).ToBeFocusedAsync();
        Assert.Equal("Ruten measurements-to-lab", await page.Locator("#pause-what option:checked").TextContentAsync());
        await page.Locator("#reason").FillAsync("laben bytter system");
        await page.GetByText("4 t", new PageGetByTextOptions { Exact = true }).ClickAsync();
        await page.Locator("dialog button.main").ClickAsync();

        await Expect(page.Locator("dialog")).ToHaveCountAsync(0);
        var paused = Assert.Single(canned.Sent, s => s.Method == "PUT");
        Assert.Equal("pauses/larvik/routes/measurements-to-lab", paused.Path);
        Assert.Contains("\"until\":\"2026-03-12T14:30:00.000Z\"", paused.Body!, StringComparison.Ordinal);
        Assert.Contains("laben bytter system", paused.Body!, StringComparison.Ordinal);
        await chromium.KeepAsync(screen, canned);
    }

    [Theory]
    [InlineData("pauses", 0, "pauses/bodo")]
    [InlineData("flow?tenant=larvik", 0, "pauses/larvik/partners/fastlege")]
    [InlineData("partners/larvik/gerica", 0, "pauses/larvik/routes/device-events-to-journal")]
    [InlineData("configuration?tenant=larvik", 1, "pauses/larvik/routes/device-events-to-journal")]
    public async Task Should_resume_from_wherever_a_pause_is_shown(string address, int which, string path)
    {
        Chromium.Require();
        var (screen, canned) = await OpenAsync(address);
        await screen.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Fortsett" }).Nth(which).ClickAsync();
        await screen.Page.Locator("#reason").FillAsync("ferdig");
        await screen.Page.Locator("dialog button.main").ClickAsync();

        await Expect(screen.Page.Locator("dialog")).ToHaveCountAsync(0);
        Assert.Equal(path, Assert.Single(canned.Sent, s => s.Method == "DELETE").Path);
        await chromium.KeepAsync(screen, canned);
    }

    [Fact]
    public async Task Should_try_a_configuration_and_lead_to_the_line_of_each_error()
    {
        Chromium.Require();
        var (screen, canned) = await OpenAsync("simulation?tenant=larvik");
        var page = screen.Page;
        await Expect(page.Locator("#file")).ToHaveValueAsync(new System.Text.RegularExpressions.Regex("^tenant: larvik"));
        canned.Instead("simulate", "problem-simulate", 400);
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Prøv oppsettet" }).ClickAsync();
        await Expect(page.Locator("[role=alert] h2")).ToHaveTextAsync("Oppsettet har 2 feil");
        await Expect(page.Locator("[role=alert]")).ToContainTextAsync("Innstillingen finnes ikke");
        await screen.PictureAsync("simulation-errors");
        await page.GetByText("Linje 6").ClickAsync();
        Assert.StartsWith("  gerica:", await page.Locator("#file").EvaluateAsync<string>("field => field.value.slice(field.selectionStart, field.selectionEnd)"), StringComparison.Ordinal);

        canned.Instead("simulate", "simulate");
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Prøv oppsettet" }).ClickAsync();
        await Expect(page.Locator(".change.gained")).ToHaveTextAsync("22");
        Assert.Equal(5, await page.Locator("tbody").Last.Locator("tr").CountAsync());
        Assert.Empty(await screen.JudgeAsync("simulation-report"));
        Assert.Contains("\"since\":\"7d\"", canned.Sent.Last(s => s.Path == "simulate").Body!, StringComparison.Ordinal);
        await chromium.KeepAsync(screen, canned, refusalsExpected: true);
    }

    [Fact]
    public async Task Should_try_a_file_from_the_machine()
    {
        Chromium.Require();
        var (screen, canned) = await OpenAsync("simulation?tenant=larvik");
        await screen.Page.Locator("#load").SetInputFilesAsync(new FilePayload { Name = "larvik.yaml", MimeType = "text/yaml", Buffer = "tenant: larvik\n"u8.ToArray() });

        await Expect(screen.Page.Locator("#file")).ToHaveValueAsync("tenant: larvik\n");
        await chromium.KeepAsync(screen, canned);
    }

    private async Task<(Screen Screen, CannedHub Canned)> OpenAsync(string address, string role = "operator")
    {
        var (screen, canned) = await chromium.TakeAsync(hub.Address, role);
        await screen.ShowAsync(address);
        return (screen, canned);
    }
}
