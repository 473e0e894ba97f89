using System.Diagnostics;
using System.Text.Json;
using Hub.Tests.Support;
using Xunit;

namespace Hub.AcceptanceTests.Reading;

/// <summary>An issuer and a viewer that others wrote (oidc-provider, fhirclient): <c>tests/oracles/smart.mjs</c>. HUB_OIDC_ORACLE and HUB_SMART_CLIENT name folders with their node_modules.</summary>
internal sealed class LaunchedViewer : IAsyncDisposable
{
    private readonly Process _node;

    private LaunchedViewer(Process node, string issuer) => (_node, Issuer) = (node, issuer);

    public string Issuer { get; }

    /// <param name="claims">What the user's tokens say beside what the issuer says.</param>
    /// <param name="patient">Whom the journal shows when it launches the viewer.</param>
    public static async Task<LaunchedViewer> StartAsync(IReadOnlyDictionary<string, object?> claims, string patient)
    {
        var (issuer, viewer) = (Environment.GetEnvironmentVariable("HUB_OIDC_ORACLE"), Environment.GetEnvironmentVariable("HUB_SMART_CLIENT"));
        Assert.SkipWhen(string.IsNullOrEmpty(issuer) || string.IsNullOrEmpty(viewer), "HUB_OIDC_ORACLE or HUB_SMART_CLIENT is not set: no issuer or viewer of others at hand");
        var script = Path.Combine(Checkout.Root, "tests", "oracles", "smart.mjs");
        var node = Process.Start(new ProcessStartInfo("node", [script, issuer!, viewer!, JsonSerializer.Serialize(claims), patient]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        return new LaunchedViewer(node, (await LineAsync(node)).GetProperty("issuer").GetString()!);
    }

    /// <summary>Launches the viewer at a FHIR face, and says what it got to see.</summary>
    public async Task<JsonElement> LaunchAsync(string face)
    {
        await _node.StandardInput.WriteLineAsync(face);
        return await LineAsync(_node);
    }

    public async ValueTask DisposeAsync()
    {
        _node.StandardInput.Close();
        await _node.WaitForExitAsync(CancellationToken.None);
        _node.Dispose();
    }

    // What the packages print about themselves is passed over.
    private static async Task<JsonElement> LineAsync(Process node)
    {
        while (await node.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            if (line.StartsWith('{'))
                return JsonDocument.Parse(line).RootElement;
        }

        throw new InvalidOperationException("The issuer or the viewer ended.");
    }
}
