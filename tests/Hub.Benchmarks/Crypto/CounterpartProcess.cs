using System.Globalization;
using Hub.Simulators.Messaging;

namespace Hub.Benchmarks.Crypto;

/// <summary>
/// A general practice on the message network, in a process of its own: it verifies and decrypts every message and answers with a signed receipt, and with no AppRec, so that a message
/// costs one exchange. It makes the keys and the register of both ends.
/// </summary>
public static class CounterpartProcess
{
    public static CounterpartParty Hub { get; } = CounterpartParty.Municipality;

    public static CounterpartParty Counterpart { get; } = CounterpartParty.Gp;

    public static async Task<int> RunAsync(int port, string config, Uri hub, int bits)
    {
        using var issuer = new MessagingCa(bits: bits);
        var (own, other) = (issuer.KeysFor(Counterpart), issuer.KeysFor(Hub));
        other.Write(Path.Combine(config, "keys"));
        RegisterFiles.Write(Path.Combine(config, "register"), Hub, other.Signing, other.Encryption);
        RegisterFiles.Write(Path.Combine(config, "register"), Counterpart, own.Signing, own.Encryption);
        await using var server = await CounterpartServer.StartAsync(new CounterpartOptions
        {
            Party = Counterpart,
            Keys = own,
            Port = port,
            Peers = [new CounterpartPeer(Hub, [other.Signing], other.Encryption, new Uri(hub, "ebxml/bench").ToString())],
            Strict = false,
            KeepBodies = false,
            Faults = new MessagingFaults { SilentRate = 1 },
        });
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"ready on {port}"));
        await Task.Delay(Timeout.Infinite);
        return 0;
    }

    /// <summary>The tenant file of the hub that writes to it.</summary>
    public static string Tenant(string keyHash, int port) => string.Create(CultureInfo.InvariantCulture, $$"""
        tenant: bench
        environment: test
        organization: { orgnr: "{{Hub.OrganizationNumber}}", her: {{Hub.EnterpriseHer}}, name: {{Hub.EnterpriseName}} }
        messaging:
          her: {{Hub.ServiceHer}}
          name: Digital hjemmeoppfølging
          phone: "{{Hub.Phone}}"
          signing: { certificate: keys/sign.pem, key: "file:keys/sign.key" }
          decryption: [{ certificate: keys/open.pem, key: "file:keys/open.key" }]
          register: register
        partners:
          dignio:
            adapter: dignio
            inbound: { auth: key, keys: ["{{keyHash}}"], rate: 0 }
          gp:
            adapter: ebxml
            her: { enterprise: {{Counterpart.EnterpriseHer}}, service: {{Counterpart.ServiceHer}} }
            url: http://127.0.0.1:{{port}}/
            inbound: { auth: signature, content: [clinical], rate: 0 }
            options: { name: "{{Counterpart.ServiceName}}" }
            window: 64
            drainRate: 0
            spread: 8
        routes:
          - { name: measurements-to-gp, from: dignio, content: measurement, to: gp, as: plo.helseopplysninger-lege }
        """);
}
