using Hub.AcceptanceTests.Faces;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Hub.AcceptanceTests.Console;

/// <summary>Dialogs can be used with the keyboard alone, on a phone and a laptop, in both themes.</summary>
[Collection(ConsoleCollection.Name)]
public sealed class ConsoleDialogTests(FaceHub hub, Chromium chromium)
{
    public static TheoryData<string> Names => Dialogs.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Should_keep_the_focus_and_give_it_back(string name)
    {
        Chromium.Require();
        var dialog = Dialogs.Of(name);
        var (screen, canned) = await OpenAsync(dialog);
        var opener = await dialog.OpenAsync(screen);
        var page = screen.Page;

        await Expect(page.Locator("dialog").Locator(dialog.First).First).ToBeFocusedAsync();
        var places = await page.Locator("dialog :is(a, button, input, select, textarea, pre, summary, [tabindex])").CountAsync();
        for (var i = 0; i <= places; i++)
        {
            await page.Keyboard.PressAsync("Tab");
            await Dialogs.FocusIsInsideAsync(page, $"{i + 1} times Tab");
        }

        await page.Locator("dialog .dialog-head button").FocusAsync();
        await page.Keyboard.PressAsync("Shift+Tab");
        await Dialogs.FocusIsInsideAsync(page, "Shift and Tab from the first place");
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.Locator("dialog")).ToHaveCountAsync(0);
        if (!dialog.DrawsAnew)
            await Expect(opener).ToBeFocusedAsync();
        await chromium.KeepAsync(screen, canned);
    }

    [Theory]
    [MemberData(nameof(Names))]
    [Trait("speed", "slow")]
    public async Task Should_fit_and_leave_axe_no_serious_issue(string name)
    {
        Chromium.Require();
        var dialog = Dialogs.Of(name);
        var (screen, canned) = await OpenAsync(dialog);
        await dialog.OpenAsync(screen);

        Assert.Empty(await screen.JudgeAsync($"dialog-{name}"));
        await chromium.KeepAsync(screen, canned);
    }

    private async Task<(Screen Screen, CannedHub Canned)> OpenAsync(Dialogs dialog)
    {
        var (screen, canned) = await chromium.TakeAsync(hub.Address, dialog.Role);
        await screen.ShowAsync(dialog.Address);
        return (screen, canned);
    }
}
