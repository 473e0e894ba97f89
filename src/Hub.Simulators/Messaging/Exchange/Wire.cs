using Hub.Ebxml;
using Hub.Ebxml.Agreements;
using Hub.Ebxml.Mime;
using Hub.Ebxml.Transport;

namespace Hub.Simulators.Messaging;

/// <summary>The way out: HTTP or mail, with everything that can happen on the way.</summary>
internal sealed class Wire : IDisposable
{
    private static readonly TimeSpan Overtaken = TimeSpan.FromMilliseconds(120);
    private readonly Msh _msh;
    private readonly HttpClient _client;
    private readonly HttpsTransport _http;
    private readonly SendmailTransport? _mail;

    public Wire(Msh msh)
    {
        _msh = msh;
        _client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(2) });
        _http = new HttpsTransport(_client, new HttpsOptions(AllowPlainHttp: true, Timeout: TimeSpan.FromSeconds(30)), msh.Time);
        _mail = msh.Options.Mail is { } office
            ? new SendmailTransport(new SendmailOptions(office.Program, ["-i", "-f", "{from}", "--", "{to}"]), msh.Options.Party.EdiAddress, msh.Time)
            : null;
    }

    public async Task<TransportOutcome> PostAsync(MimeMessage mime, CounterpartPeer peer, CancellationToken cancel)
    {
        var faults = _msh.Faults;
        if (_msh.Dice.Hits(faults.LoseOutgoingRate))
            return new TakenOver();
        var wait = _msh.Dice.UpTo(faults.Delay) + (_msh.Dice.Hits(faults.ReorderRate) ? Overtaken : TimeSpan.Zero);
        if (wait > TimeSpan.Zero)
            await Task.Delay(wait, _msh.Time, cancel);
        if (_msh.Dice.Hits(faults.DuplicateRate))
            _ = await SendAsync(mime, peer, cancel);
        return await SendAsync(mime, peer, cancel);
    }

    /// <summary>Sends without any fault.</summary>
    public Task<TransportOutcome> SendAsync(MimeMessage mime, CounterpartPeer peer, CancellationToken cancel)
    {
        var endpoint = new ChannelEndpoint(peer.Address);
        if (!Seal.IsMail(peer))
            return _http.SendAsync(WireMessage.ForHttp(mime), endpoint, cancel);
        var mail = WireMessage.ForMail(mime, _msh.Options.Party.EdiAddress, endpoint.MailAddress!, $"{Guid.NewGuid():N}@simulator", _msh.Now);
        return _mail?.SendAsync(mail, endpoint, cancel)
            ?? Task.FromResult<TransportOutcome>(new NotTaken(new Failure("sim-no-mail", "The counterpart has no mail.")));
    }

    public void Dispose() => _client.Dispose();
}
