using Hub.AcceptanceTests.Faces;
using Microsoft.Playwright;
using Xunit;

namespace Hub.AcceptanceTests.Console;

/// <summary>Every page fits its window, in both themes, and can be used without seeing it.</summary>
[Collection(ConsoleCollection.Name)]
public sealed class ConsoleLookTests(FaceHub hub, Chromium chromium)
{
    private static readonly int[] Widths = [360, 1280, 1920];

    public static TheoryData<string, string> Pages => new()
    {
        { "flow", "flow?tenant=larvik" },
        { "flow-tenants", "flow" },
        { "messages", "messages?tenant=larvik" },
        { "messages-all", "messages" },
        { "message", "messages/48211?tenant=larvik" },
        { "search", "search?tenant=larvik" },
        { "failures", "failures?tenant=larvik" },
        { "actions", "actions" },
        { "action", "actions/a-8" },
        { "charts", "charts?tenant=larvik" },
        { "partners", "partners?tenant=larvik" },
        { "partner", "partners/larvik/interkommunal-responssenter-ytre-oestfold" },
        { "alerts", "alerts" },
        { "configuration", "configuration?tenant=larvik" },
        { "configuration-diff", "configuration?tenant=larvik&snapshot=12&against=11" },
        { "audit", "audit?tenant=larvik" },
        { "no-such-page", "nowhere" },
    };

    [Theory]
    [MemberData(nameof(Pages))]
    [Trait("speed", "slow")]
    public async Task Should_fit_every_window_in_both_themes(string name, string address)
    {
        Chromium.Require();
        foreach (var theme in (ColorScheme[])[ColorScheme.Light, ColorScheme.Dark])
        {
            await using var screen = await Screen.OpenAsync(chromium.Browser, hub.Address, theme);
            await CannedHub.BeforeAsync(screen);
            await screen.EnterAsync();
            await screen.ShowAsync(address);
            foreach (var width in Widths)
            {
                await screen.WidthAsync(width);
                await screen.PictureAsync($"{name}-{theme}-{width}");
                Assert.Empty(await screen.OverflowAsync());
            }

            screen.Quiet();
        }
    }

    [Theory]
    [MemberData(nameof(Pages))]
    [Trait("speed", "slow")]
    public async Task Should_leave_axe_no_serious_issue_in_both_themes(string name, string address)
    {
        Chromium.Require();
        foreach (var theme in (ColorScheme[])[ColorScheme.Light, ColorScheme.Dark])
        {
            await using var screen = await Screen.OpenAsync(chromium.Browser, hub.Address, theme);
            await CannedHub.BeforeAsync(screen);
            await screen.EnterAsync();
            await screen.ShowAsync(address);
            Assert.True((await screen.IssuesAsync()) is [], $"{name} in {theme}: {string.Join(Environment.NewLine, await screen.IssuesAsync())}");
        }
    }

    [Theory]
    [InlineData("messages", "messages-empty", "messages?tenant=larvik")]
    [InlineData("failures", "failures-empty", "failures?tenant=larvik")]
    [InlineData("flow", "flow-empty", "flow?tenant=larvik")]
    [InlineData("alerts", "alerts-empty", "alerts")]
    [InlineData("partners", "partners-empty", "partners")]
    [InlineData("actions", "actions-empty", "actions")]
    [InlineData("audit", "audit-empty", "audit")]
    [InlineData("snapshots", "snapshots-empty", "configuration")]
    public async Task Should_not_let_nothing_look_like_a_fault(string path, string file, string address)
    {
        Chromium.Require();
        await using var screen = await Screen.OpenAsync(chromium.Browser, hub.Address);
        var canned = await CannedHub.BeforeAsync(screen);
        canned.Instead(path, file);
        await screen.EnterAsync();
        await screen.ShowAsync(address);

        await screen.PictureAsync($"empty-{path}");
        Assert.Equal(1, await screen.Page.Locator(".empty").CountAsync());
        Assert.Equal(0, await screen.Page.Locator("[role=alert], .problem, .fault").CountAsync());
        screen.Quiet();
    }
}
