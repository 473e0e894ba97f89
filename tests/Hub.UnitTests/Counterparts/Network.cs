using Hub.Ebxml.Reliability;
using Hub.Simulators.Messaging;

namespace Hub.UnitTests.Counterparts;

/// <summary>A hospital and a municipality that know each other, with times short enough for a test.</summary>
internal sealed class Network : IAsyncDisposable
{
    public static readonly MessagingCa Issuer = new();
    public static readonly PartyKeys HospitalKeys = Issuer.KeysFor(CounterpartParty.Hospital);
    public static readonly PartyKeys MunicipalityKeys = Issuer.KeysFor(CounterpartParty.Municipality);
    public static readonly TimeSpan Deadline = TimeSpan.FromSeconds(120);
    public static readonly LetterPatient Patient = new("01859912345", "Synne", "Testlien");

    // Where nothing is lost nothing is sent twice, however busy the machine is and however late a receipt.
    private static readonly ResendSchedule Patience = new(3, TimeSpan.FromSeconds(25), TimeSpan.FromSeconds(110), TimeSpan.FromMilliseconds(50));

    // Where much is lost only the deadline ends the tries: a busy machine is slow, and a slow answer is no reason to give up.
    private static readonly ResendSchedule Untiring = new(1000, TimeSpan.FromMilliseconds(400), TimeSpan.FromSeconds(110), TimeSpan.FromMilliseconds(50));

    public required CounterpartServer Hospital { get; set; }

    public required CounterpartServer Municipality { get; set; }

    public static async Task<Network> StartAsync(MessagingFaults? faults = null, ResendSchedule? schedule = null, bool sync = false)
    {
        schedule ??= faults is null ? Patience : Untiring;
        var network = new Network
        {
            Hospital = await CounterpartServer.StartAsync(Options(CounterpartParty.Hospital, HospitalKeys, schedule, faults, 1)),
            Municipality = await CounterpartServer.StartAsync(Options(CounterpartParty.Municipality, MunicipalityKeys, schedule, faults, 2)),
        };
        network.Hospital.Know(network.Municipality.AsPeer(sync: sync));
        network.Municipality.Know(network.Hospital.AsPeer(sync: sync));
        return network;
    }

    public static CounterpartOptions Options(CounterpartParty party, PartyKeys keys, ResendSchedule schedule, MessagingFaults? faults, int seed) => new()
    {
        Party = party,
        Keys = keys,
        Schedule = schedule,
        Faults = faults ?? MessagingFaults.None,
        Seed = seed,
        Poll = TimeSpan.FromMilliseconds(20),
    };

    public Task<string> FromHospitalAsync(Letter letter) => Hospital.SendAsync(letter, Municipality.Party.ServiceHer);

    public async ValueTask DisposeAsync()
    {
        await Hospital.DisposeAsync();
        await Municipality.DisposeAsync();
    }
}
