using Hub.AcceptanceTests.Faces;
using Xunit;

namespace Hub.AcceptanceTests.Console;

/// <summary>Every page fits its window, in both themes, and can be used without seeing it.</summary>
[Collection(ConsoleCollection.Name)]
public sealed class ConsoleLookTests(FaceHub hub, Chromium chromium)
{
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
        { "partners-all", "partners" },
        { "partner", "partners/larvik/interkommunal-responssenter-ytre-oestfold" },
        { "partner-route-paused", "partners/larvik/gerica" },
        { "pauses", "pauses" },
        { "plans", "plans?tenant=larvik" },
        { "plan", "plans/larvik/5c0e7c0a-7d1f-8a3e-9b1a-2f6f0c5d8e11.9f3a1c0b7d24e6f8?tenant=larvik" },
        { "alerts", "alerts" },
        { "configuration", "configuration?tenant=larvik" },
        { "configuration-diff", "configuration?tenant=larvik&snapshot=12&against=11" },
        { "simulation", "simulation?tenant=larvik" },
        { "simulation-tenants", "simulation" },
        { "audit", "audit?tenant=larvik" },
        { "no-such-page", "nowhere" },
    };

    [Theory]
    [MemberData(nameof(Pages))]
    [Trait("speed", "slow")]
    public async Task Should_fit_every_window_and_leave_axe_no_serious_issue_in_both_themes(string name, string address)
    {
        Chromium.Require();
        var (screen, canned) = await chromium.TakeAsync(hub.Address);
        await screen.ShowAsync(address);

        Assert.Empty(await screen.JudgeAsync(name));

        await screen.WidthAsync(1920);
        await screen.PictureAsync($"{name}-Dark-1920");
        Assert.Empty(await screen.OverflowAsync());
        await chromium.KeepAsync(screen, canned);
    }

    [Theory]
    [InlineData("messages", "messages-empty", "messages?tenant=larvik")]
    [InlineData("failures", "failures-empty", "failures?tenant=larvik")]
    [InlineData("flow", "flow-empty", "flow?tenant=larvik")]
    [InlineData("alerts", "alerts-empty", "alerts")]
    [InlineData("partners", "partners-empty", "partners")]
    [InlineData("actions", "actions-empty", "actions")]
    [InlineData("pauses", "pauses-empty", "pauses")]
    [InlineData("plan-conflicts", "plan-conflicts-empty", "plans")]
    [InlineData("audit", "audit-empty", "audit")]
    [InlineData("snapshots", "snapshots-empty", "configuration")]
    public async Task Should_not_let_nothing_look_like_a_fault(string path, string file, string address)
    {
        Chromium.Require();
        var (screen, canned) = await chromium.TakeAsync(hub.Address);
        canned.Instead(path, file);
        await screen.ShowAsync(address);

        await screen.PictureAsync($"empty-{path}");
        Assert.Equal(1, await screen.Page.Locator(".empty").CountAsync());
        Assert.Equal(0, await screen.Page.Locator("[role=alert], .problem, .fault").CountAsync());
        await chromium.KeepAsync(screen, canned);
    }
}
