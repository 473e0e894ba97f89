using System.Net;
using Hub.ChaosTests.Harness;
using Hub.Tests.Support;

namespace Hub.ChaosTests.Rounds;

/// <summary>Stops one node after the other in order and starts it again, as an upgrade does; looks that each says that it is not ready before it stops listening.</summary>
/// <param name="cluster">The nodes.</param>
/// <param name="rounds">How often each is restarted.</param>
/// <param name="ask">Sends something that a node has to take which has said that it leaves.</param>
internal sealed class RollingRestart(Cluster cluster, int rounds, Func<Uri, Task> ask)
{
    private static readonly TimeSpan NoticeWithin = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan EndWithin = TimeSpan.FromSeconds(30);

    public async Task MakeAsync(int nodes)
    {
        for (var round = 0; round < rounds; round++)
        {
            for (var node = 0; node < nodes; node++)
                await RestartAsync(node);
        }
    }

    private async Task RestartAsync(int node)
    {
        var url = cluster.Urls[node];
        await cluster.TerminateAsync(node);
        using var http = new HttpClient();
        await Wait.UntilAsync($"{url} not ready", NoticeWithin, async () => await NotReadyAsync(http, url), cluster.Tail);
        await ask(url);
        using (var answer = await http.GetAsync(new Uri(url, "health/live")))
        {
            if (answer.StatusCode != HttpStatusCode.OK || answer.Headers.ConnectionClose != true)
                throw new InvalidOperationException($"{url} has to live while it leaves, and to ask callers to go elsewhere: {answer}");
        }

        if (await cluster.ExitAsync(node, EndWithin) is var code and not 0)
            throw new InvalidOperationException($"{url} ended with {code}{Environment.NewLine}{cluster.Tail()}");
        await cluster.StartAsync(node);
    }

    // No answer at all is not caught: the node has to say it before it stops listening.
    private static async Task<bool> NotReadyAsync(HttpClient http, Uri url)
    {
        using var answer = await http.GetAsync(new Uri(url, "health/ready"));
        return answer.StatusCode == HttpStatusCode.ServiceUnavailable;
    }
}
