using Hub.Adapters.Gerica;
using Hub.Core.Adapters;
using Hub.Core.Errors;
using Hub.Core.Identities;
using Hub.Core.Lookups;
using Hub.Core.Tenants;
using Hub.Simulators.Gerica;
using Xunit;

namespace Hub.UnitTests.Gerica;

/// <summary>A simulated journal on loopback, and ways to send to it and to ask it.</summary>
internal sealed class JournalBench : IAsyncDisposable
{
    public static readonly RegisteredPatient Line = new("13116900216", "Line", "Danser")
    {
        Middle = "Solberg",
        BirthDate = "1969-11-13",
        Gender = "female",
        Phone = "+4790000001",
        KeyBox = "Til høyre for døren, kode 4711",
        Contacts = [new RegisteredContact("Kari Danser", "datter", "+4790000002", NextOfKin: true, HasKey: true), new RegisteredContact("Ola Nabo", "nabo", "+4790000003")],
        Services = new Dictionary<string, DateTimeOffset> { ["dho"] = new(2026, 2, 1, 0, 0, 0, TimeSpan.FromHours(1)), ["ta"] = new(2025, 5, 1, 0, 0, 0, TimeSpan.FromHours(2)) },
        Doctor = "Per Lege",
        DoctorHer = 59,
    };

    private readonly List<IAsyncDisposable> _open = [];

    private JournalBench(GericaServer server) => Server = server;

    public GericaServer Server { get; }

    public static async Task<JournalBench> OpenAsync(params IReadOnlyList<RegisteredPatient> patients) =>
        new(await GericaServer.StartAsync(new GericaOptions { Clients = new Dictionary<string, string> { ["hub"] = "s3cret" }, Patients = patients.Count > 0 ? patients : [Line] }));

    public ISender Sender(params (string Name, string Value)[] options) => Keep(new GericaAdapter().Open(Partner(options), SenderBench.Context()));

    public ILookup Lookup(params (string Name, string Value)[] options) => Keep(new GericaAdapter().OpenLookup(Partner(options), SenderBench.Context()));

    public Task<Result<LookupAnswer>> AskAsync(string patient, params (string Name, string Value)[] options) =>
        Lookup(options).AskAsync(new LookupQuery.PersonaliaOf(new Identifier(IdentifierSystems.Fnr, patient)), TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        foreach (var open in _open)
            await open.DisposeAsync();
        await Server.DisposeAsync();
    }

    private PartnerConfig Partner((string Name, string Value)[] options) => new("larvik", "gerica", "gerica")
    {
        Url = Server.Url,
        Timeout = TimeSpan.FromSeconds(10),
        Batch = 10,
        Auth = new OutboundAuth(OutboundAuthKind.ClientCredentials, new SecretReference("env:X"), "hub", null, null),
        Options = options.ToDictionary(o => o.Name, o => o.Value),
    };

    private T Keep<T>(T open)
        where T : IAsyncDisposable
    {
        _open.Add(open);
        return open;
    }
}
