using System.Text.Json;

namespace Hub.Host.Commands.Checks;

/// <summary>Asks a running node whether it is ready.</summary>
internal static class RunningNode
{
    /// <summary>Asks.</summary>
    /// <param name="node">Address of the node.</param>
    /// <param name="patience">How long it may take.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>What was found.</returns>
    public static async Task<Finding> AskAsync(Uri node, TimeSpan patience, CancellationToken cancel)
    {
        using var http = new HttpClient { Timeout = patience };
        try
        {
            using var response = await http.GetAsync(new Uri(node, "/health/ready"), cancel);
            if (response.IsSuccessStatusCode)
                return Finding.Ok("node", "Ready");
            var text = await response.Content.ReadAsStringAsync(cancel);
            return new Finding("node", Verdict.Failed, $"Not ready ({(int)response.StatusCode}){(StoreIsDown(text) ? ": its database does not answer" : "")}", "Look at the log of the node.");
        }
        catch (HttpRequestException e) when (e.HttpRequestError == HttpRequestError.SecureConnectionError)
        {
            return new Finding("node", Verdict.Failed, $"The certificate that {node.GetLeftPart(UriPartial.Authority)} shows is not trusted here, or names another host", "Ask it at the name in its certificate, trust its issuer on this machine, or ask at an http address on loopback.");
        }
        catch (Exception e) when (e is HttpRequestException || (e is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            return new Finding("node", Verdict.Failed, $"Nothing answers at {node.GetLeftPart(UriPartial.Authority)}", "Start the node, or correct --url.");
        }
    }

    private static bool StoreIsDown(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty("store", out var store) && store.ValueKind == JsonValueKind.False;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
