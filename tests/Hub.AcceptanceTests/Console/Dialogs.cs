using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Hub.AcceptanceTests.Console;

/// <summary>Every dialog of the console: where it is, what opens it, and where the focus goes.</summary>
internal sealed record Dialogs(string Name, string Role, string Address, string Opener, string First)
{
    public static readonly IReadOnlyList<Dialogs> All =
    [
        new("preview", "operator", "failures?tenant=larvik", ".group button.main", "#kind"),
        new("reason", "operator", "messages/48211", ".delivery button", "#reason"),
        new("under-way", "operator", "messages/48211", ".delivery button.danger", "form .buttons button") { GoOn = DiscardAsync, DrawsAnew = true },
        new("purpose", "administrator", "messages/48211", ".last button:nth-child(2)", "#purpose"),
        new("amend", "administrator", "messages/48211", Amend, "#purpose"),
        new("amend-edit", "administrator", "messages/48211", Amend, "#document") { GoOn = EditAsync },
        new("amend-diff", "administrator", "messages/48211", Amend, "form ~ .buttons button, .steps > .buttons button") { GoOn = LookAsync },
        new("pause", "operator", "flow?tenant=larvik", ".bar > button", "#pause-what"),
        new("resume", "operator", "pauses", "td button", "#reason"),
        new("difference", "administrator", Conflict, ".buttons button", "#purpose") { GoOn = CompareAsync },
        new("dismiss", "operator", Conflict, ".buttons button.danger", "#reason"),
        new("runbook", "operator", "alerts", ".alert button", ".dialog-head button"),
    ];

    private const string Amend = "[data-delivery='48211.3'] .buttons button:nth-child(3)";

    private const string Conflict = "plans/larvik/5c0e7c0a-7d1f-8a3e-9b1a-2f6f0c5d8e11.9f3a1c0b7d24e6f8";

    /// <summary>What is done in the dialog before it is looked at.</summary>
    public Func<IPage, Task> GoOn { get; init; } = _ => Task.CompletedTask;

    /// <summary>Whether the page behind is drawn anew when it closes, so that what opened it is gone.</summary>
    public bool DrawsAnew { get; init; }

    public static TheoryData<string> Names => [.. All.Select(d => d.Name)];

    public static Dialogs Of(string name) => All.Single(d => d.Name == name);

    /// <summary>Opens it with the keyboard.</summary>
    public async Task<ILocator> OpenAsync(Screen screen)
    {
        var opener = screen.Page.Locator(Opener).First;
        await opener.FocusAsync();
        await screen.Page.Keyboard.PressAsync("Enter");
        await Expect(screen.Page.Locator("dialog")).ToBeVisibleAsync();
        await GoOn(screen.Page);
        await screen.SettleAsync();
        return opener;
    }

    /// <summary>Discards what is under way: it says that it is not called back.</summary>
    public static async Task DiscardAsync(IPage page)
    {
        await page.Locator("#reason").FillAsync("feil pasient");
        await page.Locator("dialog button[type=submit]").ClickAsync();
        await Expect(page.Locator("dialog [role=status]")).ToContainTextAsync(new System.Text.RegularExpressions.Regex("kalles ikke tilbake|not called back"));
    }

    /// <summary>Gives the purpose and opens the document.</summary>
    public static async Task EditAsync(IPage page)
    {
        await page.Locator("#purpose").FillAsync("feil kodeverk");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#document")).ToBeFocusedAsync();
    }

    /// <summary>Gives the purpose and compares.</summary>
    public static async Task CompareAsync(IPage page)
    {
        await page.Locator("#purpose").FillAsync("behandleren har spurt");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("dialog .diff").First).ToBeVisibleAsync();
    }

    /// <summary>Edits the document and looks at the difference.</summary>
    public static async Task LookAsync(IPage page)
    {
        await EditAsync(page);
        await page.Locator("#document").FillAsync((await page.Locator("#document").InputValueAsync()).Replace("9999", "9062", StringComparison.Ordinal));
        await page.Locator("dialog button.main").ClickAsync();
        await Expect(page.Locator("dialog .diff")).ToBeVisibleAsync();
    }

    /// <summary>Fails unless the focus is in the dialog.</summary>
    public static async Task FocusIsInsideAsync(IPage page, string after) =>
        Assert.True(await page.EvaluateAsync<bool>("() => document.querySelector('dialog')?.contains(document.activeElement) === true"), $"The focus left the dialog after {after}");
}
