using System.Net.Http.Headers;
using System.Text;

namespace Hub.Tests.Support;

/// <summary>Virtual hosts of a RabbitMQ, made over its management API: queues of one test are nothing to the next.</summary>
internal sealed class BrokerHosts : IDisposable
{
    private readonly HttpClient _http;
    private readonly string _user;

    /// <param name="management">Address with user and password, as <c>tests/servers.sh env</c> prints it.</param>
    public BrokerHosts(string management)
    {
        var uri = new Uri(management);
        _user = uri.UserInfo.Split(':')[0];
        _http = new HttpClient { BaseAddress = new Uri($"{uri.Scheme}://{uri.Host}:{uri.Port}/") };
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.ASCII.GetBytes(uri.UserInfo)));
    }

    /// <summary>Makes a virtual host, or leaves it as it is; waits while the broker is on its way up.</summary>
    public Task MakeAsync(string name) => Wait.UntilAsync($"virtual host {name}", TimeSpan.FromSeconds(20), async () =>
    {
        try
        {
            return await PutAsync($"api/vhosts/{name}", "{}")
                && await PutAsync($"api/permissions/{name}/{_user}", """{"configure":".*","write":".*","read":".*"}""");
        }
        catch (HttpRequestException)
        {
            return false;
        }
    });

    public async Task DropAsync(string name)
    {
        using var answer = await _http.DeleteAsync($"api/vhosts/{name}");
    }

    public void Dispose() => _http.Dispose();

    private async Task<bool> PutAsync(string address, string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await _http.PutAsync(address, content);
        return answer.IsSuccessStatusCode;
    }
}
