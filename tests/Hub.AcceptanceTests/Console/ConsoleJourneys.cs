using Hub.AcceptanceTests.Faces;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Hub.AcceptanceTests.Console;

/// <summary>The console over a hub that really runs: every page that the hub answers, with what it answers.</summary>
[Collection(ConsoleCollection.Name)]
public sealed class ConsoleJourneys(FaceHub hub, Chromium chromium)
{
    [Fact]
    public async Task Should_follow_a_message_discard_its_delivery_and_find_the_act_in_the_audit_log()
    {
        Chromium.Require();
        var sent = await hub.PostAsync("/in/larvik/dho", "dho", FaceHub.Event("console-1"));
        var id = sent.Json.GetProperty("entries")[0].GetProperty("messages")[0].GetString()!;
        await using var screen = await Screen.OpenAsync(chromium.Browser, hub.Address);
        await screen.EnterAsync(hub.Key("operator"));

        await screen.ShowAsync("messages?tenant=larvik");
        await screen.Page.Locator($"[data-message='{id}']").ClickAsync();
        await Expect(screen.Page.Locator("h1")).ToHaveTextAsync($"Melding {id}");
        await Expect(screen.Page.Locator("svg.timeline .mark.start").First).ToBeVisibleAsync();
        await screen.Page.Locator(".delivery button.danger").ClickAsync();
        await screen.Page.Locator("#reason").FillAsync("tried from the console");
        await screen.Page.Locator("dialog button.danger").ClickAsync();
        await Expect(screen.Page.Locator(".delivery h3")).ToContainTextAsync("Forkastet");
        await screen.PictureAsync("real-message");

        await screen.ShowAsync("audit?tenant=larvik");
        await Expect(screen.Page.Locator("tbody")).ToContainTextAsync("tried from the console");
        screen.Quiet();
    }

    [Fact]
    public async Task Should_pause_a_route_see_it_everywhere_and_resume_it()
    {
        Chromium.Require();
        await hub.PostAsync("/in/larvik/dho", "dho", FaceHub.Event("console-3"));
        await using var screen = await Screen.OpenAsync(chromium.Browser, hub.Address);
        await screen.EnterAtAsync("configuration?tenant=larvik", hub.Key("operator"));
        var page = screen.Page;
        await page.GetByText("Sett på pause …").ClickAsync();
        await page.Locator("#pause-what").SelectOptionAsync(new SelectOptionValue { Label = "Ruten values" });
        await page.Locator("#reason").FillAsync("tried from the console");
        await page.Locator("dialog button.main").ClickAsync();
        await Expect(page.Locator(".notice.paused")).ToContainTextAsync("Ruten values");

        await screen.ShowAsync("flow?tenant=larvik");
        await Expect(page.Locator("svg.flow .node.paused").First).ToBeVisibleAsync();
        await Expect(page.Locator("tbody .badge.paused").First).ToHaveTextAsync("‖ På pause");
        await screen.ShowAsync("partners?tenant=larvik");
        await Expect(page.Locator("tr", new PageLocatorOptions { HasText = "epj" }).Locator(".badge.paused")).ToBeVisibleAsync();
        await screen.ShowAsync("partners/larvik/epj");
        await Expect(page.Locator(".notice.paused")).ToContainTextAsync("tried from the console");
        await screen.ShowAsync("pauses");
        await screen.PictureAsync("real-pauses");
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Fortsett" }).ClickAsync();
        await page.Locator("#reason").FillAsync("tried");
        await page.Locator("dialog button.main").ClickAsync();
        await Expect(page.Locator(".empty")).ToContainTextAsync("Ingenting er på pause");
        screen.Quiet();
    }

    [Fact]
    public async Task Should_try_the_configuration_in_force_and_a_changed_one()
    {
        Chromium.Require();
        await hub.PostAsync("/in/larvik/dho", "dho", FaceHub.Event("console-4"));
        await using var screen = await Screen.OpenAsync(chromium.Browser, hub.Address);
        await screen.EnterAtAsync("simulation?tenant=larvik", hub.Key("operator"));
        var page = screen.Page;
        var run = page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Prøv oppsettet" });
        await run.ClickAsync();
        await Expect(page.Locator("h2").GetByText("Ingen forskjell")).ToBeVisibleAsync();

        var file = await page.Locator("#file").InputValueAsync();
        await page.Locator("#file").FillAsync(file.Replace("name: values", "name: renamed", StringComparison.Ordinal));
        await run.ClickAsync();
        await Expect(page.Locator(".change.gained")).ToBeVisibleAsync();
        await Expect(page.Locator(".change.lost")).ToBeVisibleAsync();
        await page.Locator("#file").FillAsync(file.Replace("as: fhir.observation", "as: fhir.none", StringComparison.Ordinal));
        await run.ClickAsync();
        await Expect(page.Locator("[role=alert]")).ToContainTextAsync("HUB-CONFIG-007");
        await Expect(page.Locator("[role=alert] pre")).ToContainTextAsync("as: fhir.none");
        screen.Quiet(refusalsExpected: true);
    }

    [Theory]
    [InlineData("flow?tenant=larvik")]
    [InlineData("messages")]
    [InlineData("messages?tenant=larvik&state=pending&content=measurement&triage=yellow&from=2026-01-01T00:00:00.000Z&to=2036-01-01T00:00:00.000Z")]
    [InlineData("failures?tenant=larvik&from=2026-01-01T00:00:00.000Z")]
    [InlineData("charts?tenant=larvik&period=7d")]
    [InlineData("charts?period=30d")]
    [InlineData("partners")]
    [InlineData("partners/larvik/epj")]
    [InlineData("alerts")]
    [InlineData("configuration")]
    [InlineData("configuration?tenant=larvik&snapshot=1")]
    [InlineData("audit?tenant=larvik&from=2026-01-01T00:00:00.000Z")]
    public async Task Should_show_what_the_hub_answers(string address)
    {
        Chromium.Require();
        await hub.PostAsync("/in/larvik/dho", "dho", FaceHub.Event("console-2"));
        await using var screen = await Screen.OpenAsync(chromium.Browser, hub.Address);
        await screen.EnterAtAsync(address, hub.Key("operator"));

        await screen.PictureAsync($"real-{address.Split('?')[0].Replace('/', '-')}");
        Assert.Equal(0, await screen.Page.Locator(".problem").CountAsync());
        screen.Quiet();
    }
}
