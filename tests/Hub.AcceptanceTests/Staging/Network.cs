using System.Collections.Concurrent;
using System.Text.Json;
using Hub.Ebxml.Envelope;
using Hub.Ebxml.Messages;
using Hub.Ebxml.Mime;
using Hub.Ebxml.Reliability;
using Hub.Simulators.Dignio;
using Hub.Simulators.Messaging;
using Hub.Tests.Support;

namespace Hub.AcceptanceTests.Staging;

/// <summary>A stage whose tenants are on the message network, with a hospital, a GP and the vendor's own system around it.</summary>
internal sealed class Network : IAsyncDisposable
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly string _folder = Directory.CreateTempSubdirectory("hub-network-").FullName;
    private readonly ConcurrentQueue<ExchangedMessage> _seen = new();

    private Network(NetworkPlan plan)
    {
        Plan = plan;
        if (plan.Mail)
            Office = new MailOffice(Path.Combine(_folder, "mail"));
    }

    public NetworkPlan Plan { get; }

    public Stage Stage { get; private set; } = null!;

    public CounterpartServer Gp { get; private set; } = null!;

    public CounterpartServer Hospital { get; private set; } = null!;

    /// <summary>A counterpart whose certificate is called back; there when the plan has revocation.</summary>
    public CounterpartServer? Neighbour { get; private set; }

    public DignioServer Vendor { get; private set; } = null!;

    public MailOffice? Office { get; }

    /// <summary>The directory with the register's entries, as the tenants have it.</summary>
    public string Register => Path.Combine(_folder, "register");

    /// <summary>Everything that went by at the counterparts.</summary>
    public IReadOnlyList<ExchangedMessage> Seen => [.. _seen];

    /// <summary>Faults that the counterparts found in what the hub sent, but for its answers to certain messages.</summary>
    public IReadOnlyList<string> FaultsBut(params IReadOnlyCollection<string> about) =>
        [.. Gp.Ledger.Faults.Concat(Hospital.Ledger.Faults).Where(f => !Answers(about).Contains(f.MessageId)).Select(f => $"{f.Code}: {f.Text}")];

    /// <summary>Faults that the counterparts found in what the hub sent.</summary>
    public IReadOnlyList<string> Faults => FaultsBut();

    /// <summary>Headers of the errors that came to the counterparts.</summary>
    public IReadOnlyList<MessageHeader> Errors => [.. Came("MessageError").Select(m => IncomingMessage.Read(m.Mime.Body, m.Mime.ContentType).Message!.Header)];

    public static async Task<Network> OpenAsync(BackingKind kind, NetworkPlan? plan = null)
    {
        var network = new Network(plan ?? new NetworkPlan());
        await network.OpenAsync(kind);
        return network;
    }

    /// <summary>Sends an event of the vendor to the first tenant.</summary>
    public async Task<string> FeedAsync(FeedEvent e)
    {
        var answer = await Stage.Caller(Municipality.Larvik.Feed).SendAsync(Municipality.Larvik, e);
        return answer.Messages[0];
    }

    /// <summary>The first delivery of a message, once something is true of it.</summary>
    public Task<JsonElement> UntilDeliveryAsync(string message, string what, Func<JsonElement, bool> condition) => UntilAsync(message, what, d => condition(d[0]), d => d[0]);

    /// <summary>The delivery of a message by a route, once something is true of it.</summary>
    public Task<JsonElement> UntilRouteAsync(string message, string route, string what, Func<JsonElement, bool> condition) =>
        UntilAsync(message, what, all => all.Any(d => Timelines.Of(d, "route") == route && condition(d)), all => all.First(d => Timelines.Of(d, "route") == route));

    /// <summary>The hub's number of the message whose document has an id.</summary>
    public async Task<string> MessageOfAsync(string documentId)
    {
        string? found = null;
        await Wait.UntilAsync($"a message with the source id {documentId}", Patience, async () =>
            (found = (await Stage.Operator.MessagesAsync()).FirstOrDefault(m => string.Equals(Timelines.Of(m, "sourceId"), documentId, StringComparison.OrdinalIgnoreCase)) is { ValueKind: JsonValueKind.Object } m
                ? Timelines.Of(m, "id")
                : null) is not null, Stage.Logs);
        return found!;
    }

    /// <summary>What a counterpart sent, once something is true of it.</summary>
    public async Task<SentLetter> UntilSentAsync(CounterpartServer counterpart, string messageId, string what, Func<SentLetter, bool> condition)
    {
        var came = await counterpart.Ledger.WaitAsync(l => l.FindSent(messageId) is { } s && condition(s), Patience);
        var sent = counterpart.Ledger.FindSent(messageId)!;
        return came ? sent : throw new TimeoutException($"Waited for: {what}. {sent}{Environment.NewLine}{string.Join(Environment.NewLine, Faults)}{Environment.NewLine}{Stage.Logs()}");
    }

    /// <summary>Messages of one kind that a counterpart made, whether or not they arrived.</summary>
    public IReadOnlyList<ExchangedMessage> Made(string action) => [.. _seen.Where(m => m.Outgoing && m.Action == action)];

    /// <summary>Messages of one kind that came to a counterpart.</summary>
    public IReadOnlyList<ExchangedMessage> Came(string action) => [.. _seen.Where(m => !m.Outgoing && m.Action == action)];

    /// <summary>Waits until something went by at the counterparts.</summary>
    public Task UntilSeenAsync(string what, Func<IReadOnlyList<ExchangedMessage>, bool> condition) => Wait.UntilAsync(what, Patience, () => condition(Seen), Stage.Logs);

    /// <summary>Carries a message to the hub by hand: one that was lost or late.</summary>
    public async Task<HttpResponseMessage> CarryAsync(MimeMessage mime, string tenant = "larvik")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Stage.Http.BaseAddress!, $"ebxml/{tenant}"));
        request.Content = new ReadOnlyMemoryContent(mime.Body);
        request.Content.Headers.TryAddWithoutValidation("Content-Type", mime.ContentType);
        if (mime.TransferEncoding is { } encoding)
            request.Content.Headers.TryAddWithoutValidation("Content-Transfer-Encoding", encoding);
        request.Headers.TryAddWithoutValidation("SOAPAction", MimeMessage.SoapAction);
        return await Stage.Http.SendAsync(request);
    }

    public async ValueTask DisposeAsync()
    {
        if (Stage is not null)
            await Stage.DisposeAsync();
        foreach (var counterpart in new[] { Gp, Hospital, Neighbour })
        {
            if (counterpart is not null)
                await counterpart.DisposeAsync();
        }
        if (Vendor is not null)
            await Vendor.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>A restarted counterpart takes the place of the old one.</summary>
    public async Task RestartGpAsync() => Gp = await Gp.RestartAsync();

    private HashSet<string> Answers(IReadOnlyCollection<string> about) => [.. Errors.Where(h => about.Contains(h.RefToMessageId)).Select(h => h.MessageId)];

    private async Task<T> UntilAsync<T>(string message, string what, Func<IReadOnlyList<JsonElement>, bool> condition, Func<IReadOnlyList<JsonElement>, T> pick)
    {
        IReadOnlyList<JsonElement> last = [];
        await Wait.UntilAsync(what, Patience, async () =>
        {
            last = [.. (await Stage.Operator.MessageAsync(message)).GetProperty("deliveries").EnumerateArray()];
            return condition(last);
        }, () => $"{string.Join(Environment.NewLine, last)}{Environment.NewLine}{string.Join(Environment.NewLine, Faults)}{Environment.NewLine}{Stage.Logs()}");
        return pick(last);
    }

    private async Task OpenAsync(BackingKind kind)
    {
        Gp = await StartAsync(CounterpartParty.Gp, Plan.KeysOf(CounterpartParty.Gp));
        Hospital = await StartAsync(CounterpartParty.Hospital, Plan.KeysOf(CounterpartParty.Hospital));
        if (Plan.Revocation)
            Neighbour = await StartAsync(CounterpartParty.Municipality, NetworkKeys.Revoked.Value);
        Vendor = await DignioServer.StartAsync();
        WriteFiles();
        Stage = await Stage.OpenAsync(kind, Plan.Settings, Plan.TwoTenants ? [Tenant(Municipality.Larvik, NetworkPlan.Larvik), Tenant(Municipality.Skien, NetworkPlan.Skien)] : [Tenant(Municipality.Larvik, NetworkPlan.Larvik)]);
        foreach (var counterpart in Counterparts())
        {
            counterpart.Know(Peer(NetworkPlan.Larvik, "larvik"));
            if (Plan.TwoTenants)
                counterpart.Know(Peer(NetworkPlan.Skien, "skien"));
        }
    }

    private IEnumerable<CounterpartServer> Counterparts() => new[] { Gp, Hospital, Neighbour }.OfType<CounterpartServer>();

    /// <summary>The hub's tenant as a counterpart knows it.</summary>
    public CounterpartPeer Peer(CounterpartParty party, string tenant) => new(
        party, [Plan.KeysOf(party).Signing], Plan.KeysOf(party).Encryption, Plan.Mail ? $"mailto:{party.EdiAddress}" : new Uri(Stage.Http.BaseAddress!, $"ebxml/{tenant}").AbsoluteUri, Plan.Sync);

    private Task<CounterpartServer> StartAsync(CounterpartParty party, PartyKeys keys) => CounterpartServer.StartAsync(new CounterpartOptions
    {
        Party = party,
        Keys = keys,
        Mail = Office,
        PongAtOnce = Plan.PongAtOnce,
        Schedule = new ResendSchedule(4, Plan.CounterpartResend, TimeSpan.FromMinutes(5), TimeSpan.FromMilliseconds(200)),
        Trace = _seen.Enqueue,
    });

    private void WriteFiles()
    {
        foreach (var party in new[] { NetworkPlan.Larvik, NetworkPlan.Skien, CounterpartParty.Gp, CounterpartParty.Hospital })
        {
            var keys = Plan.KeysOf(party);
            RegisterFiles.Write(Path.Combine(_folder, "register"), party, keys.Signing, keys.Encryption);
            keys.Write(Path.Combine(_folder, "keys", $"{party.ServiceHer}"));
        }
        if (Plan.Revocation)
        {
            var revoked = NetworkKeys.Revoked.Value;
            RegisterFiles.Write(Path.Combine(_folder, "register"), CounterpartParty.Municipality, revoked.Signing, revoked.Encryption);
            RegisterFiles.WriteRevocations(Path.Combine(_folder, "crl"), NetworkKeys.Issuer);
        }
        RegisterFiles.WriteTrust(Path.Combine(_folder, "trust"), NetworkKeys.Issuer);
        Office?.Maildir(NetworkPlan.Larvik.EdiAddress);
    }

    private Municipality Tenant(Municipality municipality, CounterpartParty party) => municipality with
    {
        Her = party.EnterpriseHer,
        Routes = Plan.Routes,
        Partners = string.Join(Environment.NewLine, [Partner("gp", Gp), Partner("hospital", Hospital), .. Neighbour is null ? [] : new[] { Partner("neighbour", Neighbour) }, $"  vendor: {{ adapter: dignio, url: {Vendor.Url} }}"]),
        Sections = $$"""
            messaging:
              her: {{party.ServiceHer}}
              name: {{party.ServiceName}}
              phone: "{{party.Phone}}"
              mail: {{party.EdiAddress}}
              signing: { certificate: {{Key(party, "sign.pem")}}, key: "file:{{Key(party, "sign.key")}}" }
              decryption: [{ certificate: {{Key(party, "open.pem")}}, key: "file:{{Key(party, "open.key")}}" }]
              register: {{Path.Combine(_folder, "register")}}
              trust: {{Path.Combine(_folder, "trust")}}
              answers: {{Plan.Answers}}
              answerWithin: {{Plan.AnswerWithin}}
            {{(Plan.Revocation ? $"  revocation: {Path.Combine(_folder, "crl")}" : "")}}
            {{(Office is null ? "" : $"  sendmail: {Office.Program}{Environment.NewLine}  maildir: {Office.Maildir(party.EdiAddress)}")}}
            """,
    };

    private string Key(CounterpartParty party, string file) => Path.Combine(_folder, "keys", $"{party.ServiceHer}", file);

    private string Partner(string name, CounterpartServer counterpart) => $$"""
          {{name}}:
            adapter: ebxml
            url: {{(Plan.Mail ? $"mailto:{counterpart.Party.EdiAddress}" : counterpart.Url.AbsoluteUri)}}
            her: { enterprise: {{counterpart.Party.EnterpriseHer}}, service: {{counterpart.Party.ServiceHer}} }
            timeout: 5s
            inbound: { auth: signature, content: [clinical] }
            breaker: { failures: 5, probe: 50ms, maxProbe: 200ms }
            options: { {{Plan.Options}}, sync: {{(Plan.Sync ? "true" : "false")}} }
        """;
}
