using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using Hub.Core.Tenants;
using Hub.Host.Configuration;

namespace Hub.Host.Alerts;

/// <summary>Posts alerts as JSON. The header <c>Hub-Signature: t=SECONDS,v1=HEX</c> holds HMAC-SHA-256 over <c>SECONDS.BODY</c>: the receiver knows who wrote it, and when.</summary>
/// <param name="settings">Where to.</param>
/// <param name="secrets">Reads the key, anew each time.</param>
internal sealed class WebhookReceiver(WebhookSettings settings, ISecretReader secrets) : IAlertReceiver
{
    /// <summary>The header with the signature.</summary>
    public const string Header = "Hub-Signature";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false, ActivityHeadersPropagator = null }) { Timeout = Patience };

    /// <inheritdoc/>
    public string Name => $"webhook:{settings.Name}";

    /// <inheritdoc/>
    public async Task<string?> TellAsync(AlertNotice notice, CancellationToken cancel)
    {
        var secret = secrets.Read(settings.Secret);
        if (!secret.IsOk)
            return secret.Errors[0].Code;
        var body = AlertJson.Notice(notice, settings.Language == AlertLanguage.Norwegian);
        using var request = new HttpRequestMessage(HttpMethod.Post, settings.Url) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Add(Header, Signature(secret.Value, notice.At, body));
        try
        {
            using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancel);
            return response.IsSuccessStatusCode ? null : ((int)response.StatusCode).ToString(CultureInfo.InvariantCulture);
        }
        catch (Exception e) when (e is HttpRequestException or IOException || (e is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            return e.GetType().Name;
        }
    }

    /// <summary>The signature of a body.</summary>
    /// <param name="secret">The key.</param>
    /// <param name="at">When it is sent.</param>
    /// <param name="body">The bytes.</param>
    /// <returns>Value of the header.</returns>
    public static string Signature(string secret, DateTimeOffset at, ReadOnlySpan<byte> body)
    {
        var seconds = at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret));
        hash.AppendData(Encoding.ASCII.GetBytes(seconds + "."));
        hash.AppendData(body);
        return $"t={seconds},v1={Convert.ToHexStringLower(hash.GetHashAndReset())}";
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();
}
