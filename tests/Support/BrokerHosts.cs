using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Hub.Tests.Support;

/// <summary>Virtual hosts of a RabbitMQ, made over its management API: queues of one test are nothing to the next.</summary>
internal sealed class BrokerHosts : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly HttpClient _http;
    private readonly string _user;

    /// <param name="management">Address with user and password, as <c>tests/servers.sh env</c> prints it.</param>
    public BrokerHosts(string management)
    {
        var uri = new Uri(management);
        _user = uri.UserInfo.Split(':')[0];
        _http = new HttpClient { BaseAddress = new Uri($"{uri.Scheme}://{uri.Host}:{uri.Port}/"), Timeout = TimeSpan.FromSeconds(10) };
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.ASCII.GetBytes(uri.UserInfo)));
    }

    /// <summary>Makes a virtual host, or leaves it as it is; waits while the broker is on its way up.</summary>
    /// <exception cref="TimeoutException">The broker does not answer.</exception>
    public Task MakeAsync(string name) => Wait.UntilAsync($"virtual host {name}", Patience, async () =>
    {
        try
        {
            return await PutAsync($"api/vhosts/{name}", "{}")
                && await PutAsync($"api/permissions/{name}/{_user}", """{"configure":".*","write":".*","read":".*"}""");
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
        {
            return false;
        }
    });

    /// <summary>Makes a user, or gives it another password and other rights: it may make queues whose names match.</summary>
    public async Task UserAsync(string name, string password, string host, string configure)
    {
        var made = await PutAsync($"api/users/{name}", JsonSerializer.Serialize(new { password, tags = "" }))
            && await PutAsync($"api/permissions/{host}/{name}", JsonSerializer.Serialize(new { configure, write = ".*", read = ".*" }));
        if (!made)
            throw new InvalidOperationException("The broker does not make users.");
    }

    /// <summary>Drops a user.</summary>
    public async Task DropUserAsync(string name) => (await _http.DeleteAsync($"api/users/{name}")).Dispose();

    /// <summary>Drops a virtual host with all its queues.</summary>
    /// <returns>False when the broker does not manage to.</returns>
    public async Task<bool> DropAsync(string name)
    {
        try
        {
            using var answer = await _http.DeleteAsync($"api/vhosts/{name}");
            return answer.IsSuccessStatusCode;
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
        {
            return false;
        }
    }

    public void Dispose() => _http.Dispose();

    private async Task<bool> PutAsync(string address, string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await _http.PutAsync(address, content);
        return answer.IsSuccessStatusCode;
    }
}
