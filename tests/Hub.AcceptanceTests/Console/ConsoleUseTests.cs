using Hub.AcceptanceTests.Faces;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Hub.AcceptanceTests.Console;

/// <summary>What an operator does in the console.</summary>
[Collection(ConsoleCollection.Name)]
public sealed class ConsoleUseTests(FaceHub hub, Chromium chromium)
{
    private const string Patient = "13116900216";

    [Fact]
    public async Task Should_say_why_a_key_is_refused()
    {
        Chromium.Require();
        await using var screen = await Screen.OpenAsync(chromium.Browser, hub.Address);
        (await CannedHub.BeforeAsync(screen)).Instead("me", "problem-401", 401);
        await screen.Page.GotoAsync(new Uri(hub.Address, "console").AbsoluteUri);
        await screen.Page.Locator("#key").FillAsync("hub_wrong");
        await screen.Page.Keyboard.PressAsync("Enter");

        await Expect(screen.Page.Locator("[role=alert]")).ToContainTextAsync("HUB-");
        await screen.PictureAsync("login-refused");
        Assert.Null(await screen.Page.EvaluateAsync<string?>("() => sessionStorage.getItem('hub.key')"));
        screen.Quiet(refusalsExpected: true);
    }

    /// <summary>A request with other letters in its header is no request to the hub, and its answer says nothing of keys.</summary>
    [Fact]
    public async Task Should_refuse_a_key_with_letters_that_no_key_has()
    {
        Chromium.Require();
        await using var screen = await Screen.OpenAsync(chromium.Browser, hub.Address);
        await screen.Page.GotoAsync(new Uri(hub.Address, "console").AbsoluteUri);
        await screen.Page.Locator("#key").FillAsync("nøkkel");
        await screen.Page.Keyboard.PressAsync("Enter");

        await Expect(screen.Page.Locator("[role=alert]")).ToContainTextAsync("Nøkkelen gjelder ikke");
        screen.Quiet();
    }

    [Fact]
    public async Task Should_show_the_commands_of_a_runbook_within_its_steps()
    {
        Chromium.Require();
        await using var screen = await EnterAsync();

        var shown = await screen.Page.EvaluateAsync<string>("""
            async () => {
              const { markdown } = await import('/console/parts/markdown.js');
              const page = document.createElement('div');
              page.append(...markdown(await (await fetch('/console/runbooks/dead-letters.md')).text()));
              return `${[...page.querySelectorAll('ol')].map(list => list.children.length)}: ${page.querySelectorAll('li > pre').length} ${page.textContent.includes('```')}`;
            }
            """);

        Assert.Equal("4: 3 false", shown);
    }

    [Fact]
    public async Task Should_forget_the_key_when_leaving()
    {
        Chromium.Require();
        await using var screen = await EnterAsync();
        await screen.Page.GetByText("Logg ut").ClickAsync();

        await Expect(screen.Page.Locator("#key")).ToBeFocusedAsync();
        Assert.Equal(0, await screen.Page.EvaluateAsync<int>("() => sessionStorage.length"));
    }

    [Fact]
    public async Task Should_search_by_patient_without_leaving_a_trace()
    {
        Chromium.Require();
        await using var screen = await Screen.OpenAsync(chromium.Browser, hub.Address);
        var canned = await CannedHub.BeforeAsync(screen);
        await screen.EnterAsync();
        await screen.ShowAsync("search?tenant=larvik");
        await screen.Page.Locator("#patient").FillAsync(Patient);
        await screen.Page.Keyboard.PressAsync("Enter");

        await Expect(screen.Page.Locator("[data-message]")).ToHaveCountAsync(24);
        Assert.Contains(canned.Sent, s => s is { Method: "POST", Path: "messages/_search" } && s.Body!.Contains(Patient, StringComparison.Ordinal));
        Assert.DoesNotContain(screen.Asked, address => address.Contains(Patient, StringComparison.Ordinal));
        Assert.DoesNotContain(Patient, screen.Page.Url, StringComparison.Ordinal);
        Assert.DoesNotContain(Patient, await screen.Page.EvaluateAsync<string>("() => JSON.stringify([{...sessionStorage}, {...localStorage}, document.cookie, history.state])"), StringComparison.Ordinal);
        screen.Quiet();
    }

    [Fact]
    public async Task Should_leaf_through_actions_to_the_first_of_them()
    {
        Chromium.Require();
        await using var screen = await Screen.OpenAsync(chromium.Browser, hub.Address);
        var canned = await CannedHub.BeforeAsync(screen);
        await screen.EnterAtAsync("actions?tenant=larvik");
        canned.Instead("actions", "actions-last");
        await screen.Page.Locator("nav.paging a").ClickAsync();

        await Expect(screen.Page.Locator("tbody tr")).ToHaveCountAsync(1);
        await Expect(screen.Page.Locator("nav.paging a")).ToHaveCountAsync(0);
        Assert.Contains("before=0195f0b2c7d17a3e8c1f2a4b5c6d7e8f", screen.Page.Url, StringComparison.Ordinal);
        Assert.Contains(screen.Asked, address => address.Contains("actions?", StringComparison.Ordinal) && address.Contains("before=0195f0b2c7d17a3e8c1f2a4b5c6d7e8f", StringComparison.Ordinal));
        screen.Quiet();
    }

    [Fact]
    public async Task Should_show_what_an_act_on_a_group_would_do_before_it_runs()
    {
        Chromium.Require();
        await using var screen = await Screen.OpenAsync(chromium.Browser, hub.Address);
        var canned = await CannedHub.BeforeAsync(screen);
        await screen.EnterAtAsync("failures?tenant=larvik");
        await screen.Page.Locator(".group button.main").First.ClickAsync();

        var dialog = screen.Page.Locator("dialog");
        await Expect(dialog).ToContainTextAsync("1 232 blir behandlet");
        await Expect(dialog).ToContainTextAsync("Alt levert");
        await screen.PictureAsync("preview");
        await dialog.Locator("#why").FillAsync("the journal is back");
        await dialog.Locator("button.main").ClickAsync();

        await Expect(screen.Page.Locator("progress")).ToBeVisibleAsync();
        Assert.EndsWith("#/actions/a-8", screen.Page.Url, StringComparison.Ordinal);
        var begun = Assert.Single(canned.Sent, s => s is { Method: "POST", Path: "actions" }).Body!;
        Assert.Contains("\"preview\":\"p-1\"", begun, StringComparison.Ordinal);
        Assert.Contains("\"reason\":\"the journal is back\"", begun, StringComparison.Ordinal);
        Assert.Contains("\"code\":\"HUB-DELIVERY-001\"", begun, StringComparison.Ordinal);
        screen.Quiet();
    }

    [Fact]
    public async Task Should_give_the_focus_back_when_a_dialog_closes()
    {
        Chromium.Require();
        await using var screen = await EnterAsync("messages/48211");
        var act = screen.Page.Locator(".delivery button").First;
        await act.FocusAsync();
        await screen.Page.Keyboard.PressAsync("Enter");
        await Expect(screen.Page.Locator("#reason")).ToBeFocusedAsync();
        await screen.PictureAsync("reason");
        await screen.Page.Keyboard.PressAsync("Escape");

        await Expect(screen.Page.Locator("dialog")).ToHaveCountAsync(0);
        await Expect(act).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Should_be_usable_with_the_keyboard_alone()
    {
        Chromium.Require();
        await using var screen = await EnterAsync("messages?tenant=larvik");
        await Expect(screen.Page.Locator("h1")).ToBeFocusedAsync();
        await screen.Page.Locator(".skip").FocusAsync();
        await screen.PictureAsync("skip-link");
        await screen.Page.Keyboard.PressAsync("Enter");
        await Expect(screen.Page.Locator("main")).ToBeFocusedAsync();
        await screen.Page.Locator("[data-message]").First.FocusAsync();
        await screen.Page.Keyboard.PressAsync("Enter");

        await Expect(screen.Page.Locator("h1")).ToHaveTextAsync("Melding 48211");
        await Expect(screen.Page.Locator("h1")).ToBeFocusedAsync();
    }

    [Theory]
    [InlineData("viewer", 0, 12)]
    [InlineData("administrator", 1, 13)]
    [InlineData("vendor", 0, 5)]
    public async Task Should_leave_out_what_a_role_may_not(string role, int replays, int pages)
    {
        Chromium.Require();
        await using var screen = await Screen.OpenAsync(chromium.Browser, hub.Address);
        (await CannedHub.BeforeAsync(screen)).Role = role;
        await screen.EnterAtAsync("messages/48211");

        Assert.Equal(pages, await screen.Page.Locator("#pages a").CountAsync());
        Assert.Equal(replays, await screen.Page.GetByText("Rut på nytt").CountAsync());
        Assert.Equal(replays, await screen.Page.GetByText("Vis innhold").CountAsync());
        await screen.PictureAsync($"role-{role}");
    }

    [Fact]
    public async Task Should_say_what_to_do_about_an_error()
    {
        Chromium.Require();
        await using var screen = await Screen.OpenAsync(chromium.Browser, hub.Address);
        var canned = await CannedHub.BeforeAsync(screen);
        canned.Instead("failures", "problem-400", 400);
        await screen.EnterAtAsync("failures?from=yesterday");

        var box = screen.Page.Locator("[role=alert]");
        await Expect(box).ToContainTextAsync("Et felt eller en parameter i forespørselen har feil form");
        await Expect(box).ToContainTextAsync("HUB-HTTP-006");
        await Expect(box).ToContainTextAsync("2026-03-01T08:15:00+01:00");
        await screen.PictureAsync("error");
        screen.Quiet(refusalsExpected: true);
    }

    [Fact]
    public async Task Should_speak_both_languages()
    {
        Chromium.Require();
        await using var screen = await EnterAsync("messages?tenant=larvik");
        await Expect(screen.Page.Locator("h1")).ToHaveTextAsync("Meldinger");
        await screen.Page.GetByLabel("Språk").SelectOptionAsync("en");

        await Expect(screen.Page.Locator("h1")).ToHaveTextAsync("Messages");
        Assert.Equal("en", await screen.Page.Locator("html").GetAttributeAsync("lang"));
        await screen.SettleAsync();
        await screen.PictureAsync("english");
    }

    [Fact]
    public async Task Should_tell_causes_and_what_to_do_in_the_language_of_the_page()
    {
        Chromium.Require();
        await using var screen = await EnterAsync("failures?tenant=larvik");
        var first = screen.Page.Locator(".group").First;
        await Expect(first).ToContainTextAsync("Gitt opp etter rutens tidsgrense");
        await Expect(first).ToContainTextAsync("Rett årsaken, og lever på nytt.");
        await screen.Page.GetByLabel("Språk").SelectOptionAsync("en");

        await Expect(first).ToContainTextAsync("Given up after the route's give-up time");
        await Expect(first).ToContainTextAsync("Correct the cause, then redeliver.");
        Assert.Equal(0, await screen.Page.Locator("main [lang]").CountAsync());
    }

    private async Task<Screen> EnterAsync(string address = "flow")
    {
        var screen = await Screen.OpenAsync(chromium.Browser, hub.Address);
        await CannedHub.BeforeAsync(screen);
        await screen.EnterAtAsync(address);
        return screen;
    }
}
