using System.Net;
using Hub.AcceptanceTests.Staging;
using Hub.Simulators.Gerica;
using Hub.Tests.Support;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Hub.AcceptanceTests.Console;

/// <summary>The console beside a journal that fails: what an operator does at night.</summary>
[Collection(ConsoleCollection.Name)]
public sealed class ConsoleLiveTests(Chromium chromium)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Should_lead_from_an_alert_to_its_runbook()
    {
        Chromium.Require();
        await using var stage = await Stage.OpenAsync(BackingKind.Embedded, "alerts: { every: 50ms, calm: 200ms, partnerDown: 200ms }");
        await stage.Journal.SetFaultsAsync(new FaultPlan { Down = DownKind.Refuse });
        var feed = stage.Caller(Municipality.Larvik.Feed);
        for (var i = 0; i < 6; i++)
            Assert.Equal(HttpStatusCode.Accepted, (await feed.SendAsync(Municipality.Larvik, Events.Pulse($"p-{i}", Events.People[i], 60 + i))).Status);
        await Wait.UntilAsync("the alert is open", Patience, async () => (await stage.Operator.GetAsync("alerts")).GetProperty("alerts").GetArrayLength() > 0, stage.Logs);
        await using var screen = await Screen.OpenAsync(chromium.Browser, stage.Http.BaseAddress!);
        await screen.EnterAtAsync("alerts", stage.OperatorKey.Value);
        var page = screen.Page;

        await Expect(page.Locator(".alert.critical p").First).ToContainTextAsync("larvik/journal har vært nede siden");
        await page.Locator(".alert.critical button").First.ClickAsync();
        await Expect(page.Locator("dialog .runbook")).ToHaveAttributeAsync("lang", "en");
        await Expect(page.Locator("dialog .runbook li").First).ToBeVisibleAsync();
        await Expect(page.Locator("dialog .note")).ToHaveTextAsync("Framgangsmåten er på engelsk.");
        await screen.PictureAsync("live-runbook");
        await page.Keyboard.PressAsync("Escape");

        await page.GetByLabel("Språk").SelectOptionAsync("en");
        await Expect(page.Locator(".alert.critical p").First).ToContainTextAsync("larvik/journal is down since");
        screen.Quiet();
    }

    [Fact]
    public async Task Should_send_an_edited_document_to_the_journal_exactly_once()
    {
        Chromium.Require();
        await using var stage = await Stage.OpenAsync(BackingKind.Embedded);
        await stage.Journal.SetFaultsAsync(new FaultPlan { RejectPatients = [Events.People[0].NationalId] });
        Assert.Equal(HttpStatusCode.Accepted, (await stage.Caller(Municipality.Larvik.Feed).SendAsync(Municipality.Larvik, Events.Pulse("p-1", Events.People[0], 61))).Status);
        await stage.DrainAsync();
        await stage.Journal.SetFaultsAsync(FaultPlan.Healthy);
        var message = Assert.Single(await stage.Operator.MessagesAsync()).GetProperty("id").GetString();
        await using var screen = await Screen.OpenAsync(chromium.Browser, stage.Http.BaseAddress!);
        await screen.EnterAtAsync($"messages/{message}", await stage.SecretAsync("administrator", "larvik"));
        var page = screen.Page;

        await page.GetByText("Rett og send …").ClickAsync();
        await page.Locator("#purpose").FillAsync("tried in a test");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("#document").FillAsync((await page.Locator("#document").InputValueAsync()).Replace("61", "62", StringComparison.Ordinal));
        await page.GetByText("Se forskjellen").ClickAsync();
        await Expect(page.Locator("dialog .removed").First).ToContainTextAsync("61");
        await screen.PictureAsync("live-amend");
        await page.GetByText("Send det rettede dokumentet").ClickAsync();
        await stage.ArrivedAsync(1);
        await page.GetByText("Vis leveransen").ClickAsync();

        await Expect(page.Locator(".delivery dd").Filter(new() { HasText = "1" }).First).ToBeVisibleAsync();
        await Expect(page.Locator(".delivery .badge.ok")).ToBeVisibleAsync();
        screen.Quiet();
    }
}
