using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using Hub.Core.Adapters;
using Hub.Core.Tenants;

namespace Hub.Host.Commands.Checks;

/// <summary>Goes the way to an address: name, connection, encryption.</summary>
/// <param name="url">An http or https address.</param>
/// <param name="patience">How long each step may take.</param>
/// <param name="context">Clock and tenant.</param>
internal sealed class WayChecks(Uri url, TimeSpan patience, SenderContext context)
{
    /// <summary>Goes it.</summary>
    /// <param name="cancel">Gives up.</param>
    /// <returns>What was found of reach and TLS.</returns>
    public async Task<IReadOnlyList<Finding>> RunAsync(CancellationToken cancel)
    {
        using var client = new TcpClient();
        var reach = await Finding.TimedAsync(() => ReachAsync(client, cancel));
        return [reach, reach.Verdict == Verdict.Failed ? Finding.Skipped("tls", "There is no connection") : await Finding.TimedAsync(() => TlsAsync(client, cancel))];
    }

    private async Task<Finding> ReachAsync(TcpClient client, CancellationToken cancel)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        deadline.CancelAfter(patience);
        IPAddress[] addresses;
        try
        {
            addresses = await Dns.GetHostAddressesAsync(url.DnsSafeHost, deadline.Token);
        }
        catch (Exception e) when (e is SocketException || (e is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            return new Finding("reach", Verdict.Failed, $"The name {url.DnsSafeHost} cannot be resolved", "Check the address in the tenant file and the name service of this machine.");
        }

        try
        {
            await client.ConnectAsync(addresses, url.Port, deadline.Token);
            return Finding.Ok("reach", $"{url.DnsSafeHost}:{url.Port} takes connections");
        }
        catch (Exception e) when (e is SocketException || (e is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            var why = e is SocketException socket ? socket.SocketErrorCode.ToString() : "no answer in time";
            return new Finding("reach", Verdict.Failed, $"{url.DnsSafeHost}:{url.Port}: {why}", "Ask the partner whether it is up, and your network whether it lets the hub through.");
        }
    }

    private async Task<Finding> TlsAsync(TcpClient client, CancellationToken cancel)
    {
        if (url.Scheme == "http")
            return context.Tenant.Environment == TenantEnvironment.Test || url.IsLoopback
                ? new Finding("tls", Verdict.Warning, "Plain http: nothing is encrypted", "Let it be for tests only.")
                : new Finding("tls", Verdict.Failed, "Plain http: patients' data would go unencrypted", "Use an https address.");
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        deadline.CancelAfter(patience);
        (SslPolicyErrors Errors, string? Chain, DateTimeOffset NotAfter)? seen = null;
        await using var stream = new SslStream(client.GetStream(), leaveInnerStreamOpen: true, (_, certificate, chain, errors) =>
        {
            if (certificate is X509Certificate2 shown)
                seen = (errors, chain?.ChainStatus is [var first, ..] ? first.Status.ToString() : null, new DateTimeOffset(shown.NotAfter.ToUniversalTime()));
            return errors == SslPolicyErrors.None;
        });
        try
        {
            await stream.AuthenticateAsClientAsync(new SslClientAuthenticationOptions { TargetHost = url.DnsSafeHost }, deadline.Token);
            return Judge(seen!.Value.Errors, seen.Value.Chain, seen.Value.NotAfter, stream.SslProtocol.ToString());
        }
        catch (AuthenticationException) when (seen is { Errors: not SslPolicyErrors.None } refused)
        {
            return Judge(refused.Errors, refused.Chain, refused.NotAfter, "TLS");
        }
        catch (Exception e) when (e is AuthenticationException or IOException || (e is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            return new Finding("tls", Verdict.Failed, "No encrypted connection could be agreed on", "Ask which TLS versions the partner takes, and whether the port speaks TLS.");
        }
    }

    private Finding Judge(SslPolicyErrors errors, string? chain, DateTimeOffset notAfter, string protocol)
    {
        var expiry = Expiry.Judge("tls", $"{protocol}, certificate", notAfter, context.Time.GetUtcNow());
        if (expiry.Verdict == Verdict.Failed)
            return expiry with { Todo = "Tell the partner that its certificate has expired." };
        if (errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch))
            return new Finding("tls", Verdict.Failed, $"The certificate is not for {url.DnsSafeHost}", "Use the name that the certificate has, or tell the partner.");
        if (errors != SslPolicyErrors.None)
            return new Finding("tls", Verdict.Failed, $"The certificate is not trusted{(chain is null ? "" : $": {chain}")}", "Install the issuer's certificate on this machine, or let the partner send its whole chain.");
        return expiry.Verdict == Verdict.Warning ? expiry with { Todo = "Ask the partner when it replaces its certificate." } : expiry;
    }
}
