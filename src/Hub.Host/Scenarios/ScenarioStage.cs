using System.Net.Http.Headers;
using System.Text;
using Hub.Core.Content;
using Hub.Core.Deliveries;
using Hub.Core.Identities;
using Hub.Core.Storage;
using Hub.Host.Composition;

namespace Hub.Host.Scenarios;

/// <summary>The running hub of a scenario with what its steps need: callers with their keys, the operator's view, outages, and a record of what came true.</summary>
public sealed class ScenarioStage : IAsyncDisposable
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);

    private readonly HttpClient _http;
    private readonly List<ScenarioStep> _steps = [];
    private readonly TimeProvider _time;

    internal ScenarioStage(HubApplication hub, ScenarioCast cast, string operatorKey, TimeProvider time)
    {
        (Hub, Cast, OperatorKey, _time) = (hub, cast, operatorKey, time);
        _http = new HttpClient { BaseAddress = hub.Addresses[0], Timeout = TimeSpan.FromSeconds(30) };
    }

    /// <summary>The hub.</summary>
    public HubApplication Hub { get; }

    /// <summary>Who plays.</summary>
    public ScenarioCast Cast { get; }

    /// <summary>Key of the operator.</summary>
    public string OperatorKey { get; }

    /// <summary>What came true so far, and what did not.</summary>
    public IReadOnlyList<ScenarioStep> Steps => _steps;

    /// <summary>Told of every step as it ends.</summary>
    public Action<ScenarioStep>? Told { get; init; }

    /// <summary>How long a step may take to come true; default 60 s.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>The clock's time.</summary>
    public DateTimeOffset Now => _time.GetUtcNow();

    /// <summary>Plays one step of a flow.</summary>
    /// <param name="flow">Which flow of the pilots it belongs to.</param>
    /// <param name="what">What comes true, as a sentence for people.</param>
    /// <param name="work">Does it, and gives what is to be seen; throws <see cref="ScenarioFailedException"/> when it does not come true.</param>
    /// <returns>When done.</returns>
    public async Task StepAsync(string flow, string what, Func<Task<string?>> work)
    {
        var started = _time.GetTimestamp();
        ScenarioStep step;
        try
        {
            step = new ScenarioStep(flow, what, true, await work(), _time.GetElapsedTime(started));
        }
        catch (ScenarioFailedException failed)
        {
            step = new ScenarioStep(flow, what, false, failed.Message, _time.GetElapsedTime(started));
        }

        _steps.Add(step);
        Told?.Invoke(step);
        if (!step.Ok)
            throw new ScenarioFailedException($"{flow}: {what}: {step.Detail}");
    }

    /// <summary>Waits until something holds.</summary>
    /// <param name="what">What is waited for, for people.</param>
    /// <param name="holds">Asked again and again.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>When it holds.</returns>
    /// <exception cref="ScenarioFailedException">It did not hold within <see cref="Patience"/>.</exception>
    public async Task UntilAsync(string what, Func<Task<bool>> holds, CancellationToken cancel)
    {
        var started = _time.GetTimestamp();
        while (!await holds())
        {
            if (_time.GetElapsedTime(started) > Patience)
                throw new ScenarioFailedException($"not within {Patience.TotalSeconds:0} s: {what}");
            await Task.Delay(Look, _time, cancel);
        }
    }

    /// <summary>Waits until something is there.</summary>
    /// <typeparam name="T">What.</typeparam>
    /// <param name="what">What is waited for, for people.</param>
    /// <param name="find">Asked again and again; null = not there yet.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>What was found.</returns>
    /// <exception cref="ScenarioFailedException">It was not there within <see cref="Patience"/>.</exception>
    public async Task<T> FindAsync<T>(string what, Func<Task<T?>> find, CancellationToken cancel)
        where T : class
    {
        T? found = null;
        await UntilAsync(what, async () => (found = await find()) is not null, cancel);
        return found!;
    }

    /// <summary>Calls the hub as a partner.</summary>
    /// <param name="tenant">Tenant.</param>
    /// <param name="partner">Partner whose key is used.</param>
    /// <param name="method">HTTP method.</param>
    /// <param name="path">Address under the hub's.</param>
    /// <param name="body">Body, null for none.</param>
    /// <param name="mediaType">Media type of the body.</param>
    /// <returns>Status and body.</returns>
    public Task<(int Status, string Body)> CallAsync(string tenant, string partner, HttpMethod method, string path, string? body = null, string mediaType = "application/json") =>
        CallAsync(Cast.Partners[(tenant, partner)].Key, method, path, body, mediaType);

    /// <summary>Calls the hub with a key.</summary>
    /// <param name="key">The key.</param>
    /// <param name="method">HTTP method.</param>
    /// <param name="path">Address under the hub's.</param>
    /// <param name="body">Body, null for none.</param>
    /// <param name="mediaType">Media type of the body.</param>
    /// <param name="headers">Further headers.</param>
    /// <returns>Status and body.</returns>
    public async Task<(int Status, string Body)> CallAsync(string key, HttpMethod method, string path, string? body = null, string mediaType = "application/json", IReadOnlyDictionary<string, string>? headers = null)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        foreach (var (name, value) in headers ?? new Dictionary<string, string>())
            request.Headers.TryAddWithoutValidation(name, value);
        if (body is not null)
            request.Content = new StringContent(body, new UTF8Encoding(false), mediaType);
        using var response = await _http.SendAsync(request);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    /// <summary>Asks a question as VKP has it: a form, and the services on whose behalf it is asked.</summary>
    /// <param name="tenant">Tenant.</param>
    /// <param name="partner">Partner whose key is used.</param>
    /// <param name="path">Address under the hub's.</param>
    /// <param name="form">Form fields.</param>
    /// <param name="services">Header <c>ServiceCodes</c>.</param>
    /// <returns>Status and body.</returns>
    public async Task<(int Status, string Body)> AskVkpAsync(string tenant, string partner, string path, string form, string services)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Cast.Partners[(tenant, partner)].Key);
        request.Headers.Add("ServiceCodes", services);
        request.Content = new StringContent(form, new UTF8Encoding(false), "application/x-www-form-urlencoded");
        using var response = await _http.SendAsync(request);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    /// <summary>Messages of a tenant as operators see them, newest first.</summary>
    /// <param name="tenant">Tenant.</param>
    /// <param name="patient">Only about this patient; null = all.</param>
    /// <returns>At most 2,000.</returns>
    public async Task<IReadOnlyList<MessageView>> MessagesAsync(string tenant, Identifier? patient = null)
    {
        var all = new List<MessageView>();
        long? before = null;
        while (all.Count < 2000)
        {
            var page = await Hub.Services.Store.ListAsync(
                new MessageFilter(tenant, before, 200, patient is null ? null : Hub.Services.Vault.PatientKey(tenant, patient)), CancellationToken.None);
            all.AddRange(page);
            if (page.Count < 200)
                break;
            before = page[^1].Message.MessageId;
        }

        return all;
    }

    /// <summary>How many deliveries of a kind a partner has got.</summary>
    /// <param name="tenant">Tenant.</param>
    /// <param name="partner">Receiving partner.</param>
    /// <param name="kind">Kind of content; null = any.</param>
    /// <returns>The number delivered.</returns>
    public async Task<int> DeliveredAsync(string tenant, string partner, ContentKind? kind = null) =>
        (await MessagesAsync(tenant)).Where(m => kind is null || m.Kind == kind)
            .SelectMany(m => m.Deliveries).Count(d => d.Row.Partner == partner && d.Row.State == DeliveryState.Delivered);

    /// <summary>Waits until nothing is on its way.</summary>
    /// <param name="cancel">Gives up.</param>
    /// <returns>The ledger then.</returns>
    public async Task<Ledger> DrainAsync(CancellationToken cancel)
    {
        Ledger? ledger = null;
        await UntilAsync("nothing is waiting any more", async () => (ledger = await Hub.Services.Store.LedgerAsync(null, cancel)).Pending == 0, cancel);
        return ledger!;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _http.Dispose();
        return ValueTask.CompletedTask;
    }
}

/// <summary>A step that was played.</summary>
/// <param name="Flow">Flow of the pilots.</param>
/// <param name="What">What was to come true.</param>
/// <param name="Ok">Whether it did.</param>
/// <param name="Detail">What was seen, or why it did not; null when there is nothing to say.</param>
/// <param name="Took">How long it took.</param>
public sealed record ScenarioStep(string Flow, string What, bool Ok, string? Detail, TimeSpan Took);

/// <summary>Something did not come true.</summary>
/// <param name="message">What.</param>
public sealed class ScenarioFailedException(string message) : Exception(message);
