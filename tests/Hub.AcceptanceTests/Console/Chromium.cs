using Hub.AcceptanceTests.Faces;
using Microsoft.Playwright;
using Xunit;

namespace Hub.AcceptanceTests.Console;

/// <summary>The browser of the machine, one for all tests of the console.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private const float Patience = 20_000;

    private readonly List<(Screen Screen, CannedHub Canned)> _kept = [];
    private IPlaywright? _playwright;

    /// <summary>Where the browser is.</summary>
    private static string Program => Environment.GetEnvironmentVariable("HUB_TEST_CHROMIUM") is { Length: > 0 } path ? path : "/usr/bin/chromium";

    private static string? AxeFile => Environment.GetEnvironmentVariable("HUB_AXE") is { Length: > 0 } path ? path : null;

    /// <summary>The running browser.</summary>
    public IBrowser Browser { get; private set; } = null!;

    /// <summary>Source of axe-core.</summary>
    public static string Axe
    {
        get
        {
            Need(AxeFile is not null, "HUB_AXE is not set: no axe-core to judge with");
            return File.ReadAllText(AxeFile!);
        }
    }

    public async ValueTask InitializeAsync()
    {
        if (!File.Exists(Program))
            return;
        _playwright = await Playwright.CreateAsync();
        Assertions.SetDefaultExpectTimeout(Patience);
        Browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Program, Args = Environment.UserName == "root" ? ["--no-sandbox"] : [] });
    }

    /// <summary>A tab of somebody who is signed in before the canned hub. Opening one takes longer than looking at a page, so one that was kept is used again.</summary>
    /// <param name="hub">Serves the files.</param>
    /// <param name="role">Who is signed in.</param>
    internal async Task<(Screen Screen, CannedHub Canned)> TakeAsync(Uri hub, string role = "operator")
    {
        if (_kept.FindIndex(k => k.Canned.Role == role) is var at and >= 0)
        {
            var kept = _kept[at];
            _kept.RemoveAt(at);
            return kept;
        }

        var screen = await Screen.OpenAsync(Browser, hub);
        var canned = await CannedHub.BeforeAsync(screen);
        canned.Role = role;
        await screen.EnterAtAsync(Screen.Nothing);
        return (screen, canned);
    }

    /// <summary>Ends a test well and keeps its tab for the next. One in which anything went wrong is not kept: nothing of it reaches another test.</summary>
    /// <param name="screen">The tab.</param>
    /// <param name="canned">What stands before it.</param>
    /// <param name="refusalsExpected">True where the canned hub refused something.</param>
    internal async Task KeepAsync(Screen screen, CannedHub canned, bool refusalsExpected = false)
    {
        screen.Quiet(refusalsExpected);
        canned.Forget();
        await screen.FreshAsync();
        _kept.Add((screen, canned));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var (screen, _) in _kept)
            await screen.DisposeAsync();
        if (Browser is not null)
            await Browser.DisposeAsync();
        _playwright?.Dispose();
    }

    /// <summary>Skips the test where there is no browser, or fails it where there must be one.</summary>
    public static void Require() => Need(File.Exists(Program), $"There is no browser at {Program}");

    private static void Need(bool there, string otherwise)
    {
        Assert.False(!there && Environment.GetEnvironmentVariable("HUB_REQUIRE_SERVERS") == "1", otherwise);
        Assert.SkipUnless(there, otherwise);
    }
}

/// <summary>Shares hub and browser between the test classes.</summary>
[CollectionDefinition(Name)]
public sealed class ConsoleCollection : ICollectionFixture<FaceHub>, ICollectionFixture<Chromium>
{
    public const string Name = "console";
}
