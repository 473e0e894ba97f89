using System.Net.Http.Headers;
using System.Text.Json;
using Hub.Core.Errors;
using Hub.Host.Errors;

namespace Hub.Host.Commands;

/// <summary>Asks the operators' API of a running hub.</summary>
internal sealed class OperatorsApi : IDisposable
{
    private readonly HttpClient _http;

    /// <summary>Opens the way.</summary>
    /// <param name="hub">Address of a node.</param>
    /// <param name="key">Key or token.</param>
    public OperatorsApi(Uri hub, string key)
    {
        // Keys stay here: a redirect would carry what was asked to somebody else.
        _http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = hub, Timeout = TimeSpan.FromMinutes(5) };
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
    }

    /// <summary>Asks.</summary>
    /// <param name="path">Address under <c>/ops/v1/</c>, escaped.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>The answer, or why there is none.</returns>
    public Task<Result<JsonElement>> GetAsync(string path, CancellationToken cancel) => SendAsync(HttpMethod.Get, path, null, cancel);

    /// <summary>Posts.</summary>
    /// <param name="path">Address under <c>/ops/v1/</c>, escaped.</param>
    /// <param name="body">What is posted.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>The answer, or why there is none.</returns>
    public Task<Result<JsonElement>> PostAsync(string path, object body, CancellationToken cancel) => SendAsync(HttpMethod.Post, path, body, cancel);

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    private async Task<Result<JsonElement>> SendAsync(HttpMethod method, string path, object? body, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(method, new Uri(_http.BaseAddress!, "/ops/v1/" + path));
        if (body is not null)
        {
            // Buffered: the hub takes no body of unknown length.
            request.Content = JsonContent.Create(body, new MediaTypeHeaderValue("application/json"));
            await request.Content.LoadIntoBufferAsync(cancel);
        }

        try
        {
            using var response = await _http.SendAsync(request, cancel);
            var text = await response.Content.ReadAsStringAsync(cancel);
            return response.IsSuccessStatusCode ? Parse(text) ?? Unread((int)response.StatusCode) : Problem((int)response.StatusCode, text);
        }
        catch (HttpRequestException e)
        {
            return HttpErrors.NoSuchAddress.At(detail: $"No hub answers at {_http.BaseAddress!.GetLeftPart(UriPartial.Authority)}: {Why(e)}. --url or HUB_URL names another");
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return HttpErrors.NoSuchAddress.At(detail: $"The hub at {_http.BaseAddress!.GetLeftPart(UriPartial.Authority)} does not answer in time");
        }
    }

    private static string Why(HttpRequestException failure) => failure.HttpRequestError switch
    {
        HttpRequestError.NameResolutionError => "the name cannot be resolved",
        HttpRequestError.ConnectionError => "there is no connection to be had",
        HttpRequestError.SecureConnectionError => "no secure connection comes about (a wrong certificate, or http is spoken there)",
        HttpRequestError.ResponseEnded => "the connection broke off",
        _ => "what answers does not speak HTTP",
    };

    private static Result<JsonElement> Problem(int status, string text)
    {
        if (Parse(text) is not { IsOk: true, Value: { ValueKind: JsonValueKind.Object } problem } || !problem.TryGetProperty("errors", out var listed) || listed.ValueKind != JsonValueKind.Array)
            return Unread(status);
        var errors = listed.EnumerateArray().Select(e => new HubError(Text(e, "code") ?? "", Text(e, "text") ?? "", Text(e, "path"))).ToList();
        return errors.Count > 0 ? Result<JsonElement>.Failed(errors) : Unread(status);
    }

    private static Result<JsonElement>? Parse(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static Result<JsonElement> Unread(int status) => HttpErrors.NoSuchAddress.At(detail: $"What answers ({status}) does not speak as a hub does: check --url");

    private static string? Text(JsonElement element, string name) => element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
