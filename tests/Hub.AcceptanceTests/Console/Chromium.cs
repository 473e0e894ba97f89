using Hub.AcceptanceTests.Faces;
using Microsoft.Playwright;
using Xunit;

namespace Hub.AcceptanceTests.Console;

/// <summary>The browser of the machine, one for all tests of the console.</summary>
public sealed class Chromium : IAsyncLifetime
{
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
        Browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Program, Args = Environment.UserName == "root" ? ["--no-sandbox"] : [] });
    }

    public async ValueTask DisposeAsync()
    {
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
