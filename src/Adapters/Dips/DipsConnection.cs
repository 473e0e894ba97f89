using Hub.Adapters.Http;
using Hub.Core.Adapters;
using Hub.Core.Tenants;

namespace Hub.Adapters.Dips;

/// <summary>Exchanges with one installation: token, subscription key, pinned version.</summary>
internal sealed class DipsConnection : IDisposable
{
    private const string FhirJson = "application/fhir+json";

    private readonly AuthorizedHttp _http;
    private readonly SenderContext _context;
    private readonly DipsVersion _version;

    public DipsConnection(PartnerConfig partner, SenderContext context)
    {
        Options = DipsOptions.Of(partner);
        _context = context;
        _http = new AuthorizedHttp(partner, context);
        _version = new DipsVersion(this, context.Time);
    }

    public DipsOptions Options { get; }

    /// <summary>Null when the installation has the version that is pinned, or none is; else why not.</summary>
    public ValueTask<SendOutcome.Failed?> CheckVersionAsync(CancellationToken cancel) => _version.CheckAsync(cancel);

    /// <summary>An exchange with the FHIR server.</summary>
    /// <param name="method">HTTP method.</param>
    /// <param name="path">Path under the base; empty for the base itself.</param>
    /// <param name="body">Writes the body; null for none.</param>
    /// <param name="headers">Further headers.</param>
    /// <param name="cancel">Gives up.</param>
    public Task<HttpAnswer> FhirAsync(HttpMethod method, string path, Func<HttpContent>? body, IEnumerable<(string Name, string Value)> headers, CancellationToken cancel) =>
        CallAsync(method, path.Length == 0 ? Options.Fhir : BaseAddress.Join(Options.Fhir, path), body, headers, Options.FhirScope, cancel);

    /// <summary>A search with its parameters in the body, so that no national id stands in an address.</summary>
    public Task<HttpAnswer> SearchAsync(string type, IEnumerable<KeyValuePair<string, string>> parameters, CancellationToken cancel)
    {
        var form = parameters.ToArray();
        return FhirAsync(HttpMethod.Post, $"{type}/_search", () => new FormUrlEncodedContent(form), [], cancel);
    }

    /// <summary>An exchange with RPM RecordKeeper.</summary>
    public Task<HttpAnswer> RpmAsync(HttpMethod method, string path, Func<HttpContent>? body, IEnumerable<(string Name, string Value)> headers, CancellationToken cancel) =>
        CallAsync(method, BaseAddress.Join(Options.Rpm, path), body, headers, Options.RpmScope, cancel);

    /// <summary>A FHIR body.</summary>
    public static Func<HttpContent> Body(ReadOnlyMemory<byte> bytes, string mediaType = FhirJson) => () =>
    {
        var content = new ReadOnlyMemoryContent(bytes);
        content.Headers.TryAddWithoutValidation("Content-Type", mediaType);
        return content;
    };

    public void Dispose() => _http.Dispose();

    private async Task<HttpAnswer> CallAsync(HttpMethod method, Uri address, Func<HttpContent>? body, IEnumerable<(string Name, string Value)> headers, string? scope, CancellationToken cancel)
    {
        string? key = null;
        if (Options.SubscriptionKey is { } reference)
        {
            var read = _context.Secrets.Read(reference);
            if (!read.IsOk)
                return HttpAnswer.Lost(new SendOutcome.Failed(DipsErrors.SubscriptionRefused.At("options.subscriptionKey", "The subscription key that the tenant file points to cannot be read"), PartnerDown: true));
            key = read.Value;
        }

        return await _http.SendAsync(Create, cancel, scope);

        HttpRequestMessage Create()
        {
            var request = new HttpRequestMessage(method, address) { Content = body?.Invoke() };
            request.Headers.TryAddWithoutValidation("Accept", FhirJson);
            if (key is not null)
                request.Headers.TryAddWithoutValidation("dips-subscription-key", key);
            foreach (var (name, value) in headers)
                request.Headers.TryAddWithoutValidation(name, value);
            return request;
        }
    }
}
