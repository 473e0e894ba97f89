using System.Net;
using Hub.Simulators.Loopback;

namespace Hub.Simulators.Messaging;

/// <summary>
/// A counterpart on the message network: hospital, GP or municipality, with its own message service handler, certificates and journal. It
/// speaks signed, encrypted ebXML over HTTP on loopback or over mail files, verifies everything it gets, answers with receipts and AppRecs,
/// keeps a ledger, and can be told to misbehave.
/// </summary>
public sealed class CounterpartServer : IAsyncDisposable
{
    private readonly CounterpartOptions _options;
    private readonly Msh _msh;
    private readonly Wire _wire;
    private readonly Outbox _outbox;
    private readonly Inbox _inbox;
    private readonly LoopbackListener _listener;

    private CounterpartServer(CounterpartOptions options, TimeProvider time)
    {
        _options = options;
        _msh = new Msh(options, time);
        _wire = new Wire(_msh);
        _outbox = new Outbox(_msh, _wire) { Answered = TakeAnswerAsync };
        _inbox = new Inbox(_msh, _wire, new SignalDesk(_msh, _outbox), new DocumentDesk(_msh, _outbox, new DocumentChecks(_msh), new ReceiptDesk(_msh)));
        Letters = new LetterWriter(options.Party, time);
        var face = new CounterpartFace(_msh, _inbox, new CounterpartControls(_msh, _outbox, Letters));
        _listener = new LoopbackListener(options.Port, async http =>
        {
            if (!await _msh.WithinAsync(() => face.AnswerAsync(http)))
                http.Abort();
        });
    }

    /// <summary>Where it listens; the same for as long as the server lives.</summary>
    public Uri Url => new($"http://{IPAddress.Loopback}:{_listener.Port}/");

    /// <summary>Who it is.</summary>
    public CounterpartParty Party => _options.Party;

    /// <summary>Its keys.</summary>
    public PartyKeys Keys => _options.Keys;

    /// <summary>What it took in, what it sent, and what the other side did wrong.</summary>
    public CounterpartLedger Ledger => _msh.Ledger;

    /// <summary>What survives it: give it to the next server of the same party.</summary>
    public CounterpartMemory Memory => _msh.Memory;

    /// <summary>Writes letters in its name.</summary>
    public LetterWriter Letters { get; }

    /// <summary>The faults in force; may be set at any time.</summary>
    public MessagingFaults Faults
    {
        get => _msh.Faults;
        set => _msh.Faults = value;
    }

    /// <summary>Starts a counterpart; it listens when the task is done.</summary>
    /// <param name="options">How it is set up.</param>
    /// <param name="time">The clock; null = the system's.</param>
    /// <returns>The counterpart.</returns>
    public static async Task<CounterpartServer> StartAsync(CounterpartOptions options, TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        var server = new CounterpartServer(options, time ?? TimeProvider.System);
        await server._listener.OpenAsync();
        server._msh.Run(server._outbox.RunAsync);
        if (options.Mail is { } office)
            server._msh.Run(new MailRound(server._msh, server._inbox, office).RunAsync);
        return server;
    }

    /// <summary>This counterpart as another one knows it.</summary>
    /// <param name="byMail">Whether it is to be written to by mail.</param>
    /// <param name="sync">Whether answers are wanted in the same HTTP exchange.</param>
    /// <returns>The peer.</returns>
    public CounterpartPeer AsPeer(bool byMail = false, bool sync = false) =>
        new(Party, [Keys.Signing], Keys.Encryption, byMail ? $"mailto:{Party.EdiAddress}" : Url.ToString(), sync);

    /// <summary>Makes another party known, or known anew.</summary>
    /// <param name="peer">The party.</param>
    public void Know(CounterpartPeer peer)
    {
        ArgumentNullException.ThrowIfNull(peer);
        _msh.Peers[peer.Party.ServiceHer] = peer;
    }

    /// <summary>Sends a letter; it goes out soon, and again until there is a receipt or no more tries.</summary>
    /// <param name="letter">The letter.</param>
    /// <param name="toHer">HER-id of the receiver's service.</param>
    /// <returns>eb:MessageId; <see cref="CounterpartLedger.FindSent"/> tells what becomes of it.</returns>
    /// <exception cref="ArgumentException">The receiver is not known.</exception>
    public Task<string> SendAsync(Letter letter, int toHer)
    {
        ArgumentNullException.ThrowIfNull(letter);
        return _outbox.PutAsync(letter, Peer(toHer));
    }

    /// <summary>Sends a Ping; the Pong is counted in the ledger.</summary>
    /// <param name="toHer">HER-id of the receiver's service.</param>
    /// <returns>Done when it was sent.</returns>
    public Task PingAsync(int toHer) => new Services(_msh, _wire, TakeAnswerAsync).PingAsync(Peer(toHer));

    /// <summary>Asks for the status of a message that was sent; the answer is in <see cref="CounterpartLedger.StatusOf"/>.</summary>
    /// <param name="toHer">HER-id of the receiver's service.</param>
    /// <param name="messageId">The message asked about.</param>
    /// <returns>Done when it was sent.</returns>
    public Task AskStatusAsync(int toHer, string messageId) => new Services(_msh, _wire, TakeAnswerAsync).AskStatusAsync(Peer(toHer), messageId);

    /// <summary>Sends a message that must not be believed. <see cref="CounterpartLedger.Forgeries"/> tells what it was answered; an acknowledgment where there must be none is a fault <c>forgery-accepted</c>.</summary>
    /// <param name="kind">What is wrong with it.</param>
    /// <param name="letter">The letter inside.</param>
    /// <param name="toHer">HER-id of the receiver's service.</param>
    /// <param name="issuer">Issuer of the certificates of forgers.</param>
    /// <param name="earlier">eb:MessageId of an earlier message, for replays and false duplicates.</param>
    /// <param name="cancel">Stops the sending.</param>
    /// <returns>What was sent and what the transport said.</returns>
    public async Task<ForgedMessage> ForgeAsync(
        Forgery kind, Letter letter, int toHer, MessagingCa issuer, string? earlier = null, CancellationToken cancel = default)
    {
        var forged = await new Forger(_msh, _wire, issuer).SendAsync(kind, letter, Peer(toHer), earlier, cancel);
        if (forged.Outcome is Hub.Ebxml.Transport.TakenOver { Answer: { } answer })
            await TakeAnswerAsync(answer, cancel);
        return forged;
    }

    /// <summary>Stops listening; nothing is lost, nothing comes in. What is due goes on going out.</summary>
    /// <returns>Done when the port is closed.</returns>
    public Task CloseAsync() => _listener.CloseAsync();

    /// <summary>Listens again on the same port.</summary>
    /// <returns>Done when it listens.</returns>
    public Task OpenAsync() => _listener.OpenAsync();

    /// <summary>Stops at once, as in a crash: what was under way is cut. What was remembered is in <see cref="Memory"/>.</summary>
    /// <returns>Done when the port is free.</returns>
    public async ValueTask DisposeAsync()
    {
        await _listener.CloseAsync();
        await _msh.StopAsync();
        _outbox.Dispose();
        _wire.Dispose();
        _msh.Dispose();
    }

    /// <summary>Stops this server and starts another with the same memory, faults, peers and port.</summary>
    /// <returns>The new server.</returns>
    public async Task<CounterpartServer> RestartAsync()
    {
        var next = _options with { Port = _listener.Port, Memory = Memory, Faults = Faults, Peers = [.. _msh.Peers.Values], Seed = _options.Seed + 1 };
        await DisposeAsync();
        return await StartAsync(next, _msh.Time);
    }

    private CounterpartPeer Peer(int her) => _msh.Peers.GetValueOrDefault(her) ?? throw new ArgumentException($"HER-id {her} is not known here.");

    private Task TakeAnswerAsync(Hub.Ebxml.Transport.WireMessage answer, CancellationToken cancel) => CounterpartFace.TakeAnswerAsync(_inbox, answer);
}
