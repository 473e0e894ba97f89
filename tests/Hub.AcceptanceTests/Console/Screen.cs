using System.Collections.Concurrent;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Hub.AcceptanceTests.Console;

/// <summary>A tab with the console, as one operator has it. Everything that the browser asks for and complains of is written down.</summary>
internal sealed partial class Screen : IAsyncDisposable
{
    /// <summary>Heights that go with the widths of a phone, a laptop and a wall.</summary>
    private static readonly Dictionary<int, int> Heights = new() { [360] = 780, [1280] = 900, [1920] = 1080 };

    /// <summary>An address where there is no page.</summary>
    public const string Nothing = "nothing";

    private readonly IBrowserContext _context;

    private Screen(IBrowserContext context, IPage page, Uri hub)
    {
        (_context, Page, Hub) = (context, page, hub);
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
                Complaints.Enqueue($"{message.Text} {message.Location}");
        };
        page.PageError += (_, error) => Complaints.Enqueue(error);
        page.Request += (_, request) => Asked.Enqueue(request.Url);
    }

    public IPage Page { get; }

    public Uri Hub { get; }

    /// <summary>Console messages and errors nobody caught.</summary>
    public ConcurrentQueue<string> Complaints { get; } = [];

    /// <summary>Addresses that were asked for.</summary>
    public ConcurrentQueue<string> Asked { get; } = [];

    /// <summary>Opens a tab with nothing in it.</summary>
    public static async Task<Screen> OpenAsync(IBrowser browser, Uri hub, ColorScheme theme = ColorScheme.Light, string locale = "nb-NO")
    {
        var context = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            ColorScheme = theme,
            Locale = locale,
            TimezoneId = "Europe/Oslo",
            ViewportSize = new ViewportSize { Width = 1280, Height = 900 },
            ReducedMotion = ReducedMotion.Reduce,
        });
        return new Screen(context, await context.NewPageAsync(), hub);
    }

    /// <summary>Goes to the console and signs in.</summary>
    public async Task EnterAsync(string key = "hub_test")
    {
        await Page.GotoAsync(new Uri(Hub, "console").AbsoluteUri);
        await Page.Locator("#key").FillAsync(key);
        await Page.Keyboard.PressAsync("Enter");
        await Expect(Page.Locator("#pages")).ToBeAttachedAsync();
        await SettleAsync();
    }

    /// <summary>Goes straight to a page of the console, signed in already.</summary>
    public async Task EnterAtAsync(string address, string key = "hub_test")
    {
        await Page.AddInitScriptAsync($"sessionStorage.setItem('hub.key', '{key}')");
        await Page.GotoAsync(new Uri(Hub, $"console/#/{address}").AbsoluteUri);
        await SettleAsync();
    }

    /// <summary>Leaves the page for one that shows nothing, and makes the window as it was when it was opened.</summary>
    public async Task FreshAsync()
    {
        await ShowAsync(Nothing);
        await Page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Light });
        await Page.SetViewportSizeAsync(1280, Heights[1280]);
        Asked.Clear();
        Complaints.Clear();
    }

    /// <summary>Goes to a page of the console.</summary>
    public async Task ShowAsync(string address)
    {
        await Page.EvaluateAsync(
            """
            address => new Promise(done => {
              if (location.hash === '#/' + address) return done();
              addEventListener('hashchange', () => done(), { once: true });
              location.hash = '#/' + address;
            })
            """,
            address);
        await SettleAsync();
    }

    /// <summary>Waits until everything that was asked for is shown.</summary>
    public async Task SettleAsync()
    {
        await Expect(Page.Locator("main h1")).ToHaveCountAsync(1);
        await Expect(Page.Locator(".waiting, [aria-busy]")).ToHaveCountAsync(0);
        await PaintedAsync();
    }

    /// <summary>Changes the width of the window.</summary>
    public async Task WidthAsync(int width)
    {
        await Page.SetViewportSizeAsync(width, Heights[width]);
        await PaintedAsync();
    }

    /// <summary>Looks at what is shown on a phone and a laptop in both themes, and keeps a picture of each.</summary>
    /// <param name="name">Name of the pictures.</param>
    /// <returns>What reaches beyond the window, and what axe-core calls serious or critical.</returns>
    public async Task<IReadOnlyList<string>> JudgeAsync(string name)
    {
        var issues = new List<string>();
        await Page.EvaluateAsync(Chromium.Axe);
        foreach (var width in (int[])[1280, 360])
        {
            await WidthAsync(width);
            issues.AddRange((await OverflowAsync()).Select(o => $"{width}: reaches beyond the window: {o}"));
            foreach (var theme in (ColorScheme[])[ColorScheme.Light, ColorScheme.Dark])
            {
                await Page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = theme });
                await PictureAsync($"{name}-{theme}-{width}");

                // Of all that axe-core looks at, the theme changes the colours only.
                issues.AddRange((await IssuesAsync(coloursOnly: theme == ColorScheme.Dark)).Select(i => $"{width} {theme}: {i}"));
            }
        }

        return issues;
    }

    // What is drawn for the width there is, is drawn in the frame after the one that shows the width.
    private async Task PaintedAsync() => await Page.EvaluateAsync("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(done))))");

    /// <summary>Keeps a picture where HUB_SCREENSHOTS says; nowhere when it says nothing.</summary>
    public async Task PictureAsync(string name)
    {
        if (Environment.GetEnvironmentVariable("HUB_SCREENSHOTS") is { Length: > 0 } folder)
            await Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, $"{name}.png"), FullPage = await Page.Locator("dialog").CountAsync() == 0 });
    }

    /// <summary>What reaches beyond the right edge of the window, or of what it stands in; nothing when all fits.</summary>
    public Task<string[]> OverflowAsync() => Page.EvaluateAsync<string[]>(
        """
        () => [
          ...(document.documentElement.scrollWidth <= innerWidth ? [] : [document.documentElement, ...document.querySelectorAll('body *')].filter(element => element.getBoundingClientRect().left + Math.max(element.offsetWidth, element.scrollWidth) > innerWidth + 1)),
          ...[...document.querySelectorAll('table, form, pre')].filter(element => element.getBoundingClientRect().right > element.parentElement.getBoundingClientRect().right + 1),
          ...[...document.querySelectorAll('dialog, .panel, .notice')].filter(element => element.scrollWidth > element.clientWidth + 1),
        ].slice(0, 5).map(element => `${element.tagName}.${element.getAttribute('class')} ${element.textContent.slice(0, 40)}`)
        """);

    // An open dialog is all there is: what is behind it can neither be seen nor reached.
    private Task<string[]> IssuesAsync(bool coloursOnly) => Page.EvaluateAsync<string[]>(
        """
        async coloursOnly => (await axe.run(document.querySelector('dialog') ?? document, { resultTypes: ['violations'], ...(coloursOnly ? { runOnly: ['color-contrast'] } : {}) })).violations
          .filter(issue => ['serious', 'critical'].includes(issue.impact)).map(issue => `${issue.id}: ${issue.nodes.map(node => node.html.slice(0, 160)).join(' | ')}`)
        """,
        coloursOnly);

    /// <summary>Fails when the browser complained, or asked for anything outside the hub.</summary>
    public void Quiet(bool refusalsExpected = false)
    {
        Assert.All(Asked, address => Assert.StartsWith(Hub.AbsoluteUri, address, StringComparison.Ordinal));

        // The browser itself writes a line for every answer that is no success.
        Assert.DoesNotContain(Complaints, c => !refusalsExpected || !Refusal().IsMatch(c));
    }

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();

    /// <summary>Sets the clock of the page; timers go on.</summary>
    public Task AtAsync(string now) => Page.Clock.SetFixedTimeAsync(DateTimeOffset.Parse(now, CultureInfo.InvariantCulture).UtcDateTime);

    [GeneratedRegex("^Failed to load resource")]
    private static partial Regex Refusal();
}
