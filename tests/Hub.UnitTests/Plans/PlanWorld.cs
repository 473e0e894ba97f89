using Hub.Adapters.Plans;
using Hub.Core.Adapters;
using Hub.Core.Content;
using Hub.Core.Errors;
using Hub.Core.Identities;
using Hub.Core.Intake;
using Hub.Core.Mappings;
using Hub.Core.Registers;
using Hub.Core.Routing;
using Hub.Core.Storage;
using Hub.Core.Tenants;
using Hub.Tests.Support;
using Hub.UnitTests.Mappings;
using Hub.UnitTests.Messaging;

namespace Hub.UnitTests.Plans;

/// <summary>A register with systems around it, in memory: lanes keep their order, and everything happens when the test says so.</summary>
internal sealed class PlanWorld : IIntake
{
    public static readonly Patient Line = new(new Identifier(IdentifierSystems.Fnr, "13116900216"), "Line Danser", []);

    private readonly PlansAdapter _adapter = new();
    private readonly Dictionary<string, long> _known = [];
    private readonly TenantConfig _tenant;
    private readonly PartnerConfig _partner = new("larvik", "plans", "plans") { Inbound = new InboundConfig([]) { Auth = InboundAuth.Hub } };

    public PlanWorld(IReadOnlyList<string> systems, bool seesDeliveries = true)
    {
        Systems = systems.ToDictionary(s => s, s => new PlanSystem(s));
        _tenant = new TenantConfig(
            "larvik",
            TenantEnvironment.Test,
            new OrganizationConfig("312229544", null, null),
            Systems.Keys.ToDictionary(s => s, s => new PartnerConfig("larvik", s, "gerica")),
            [.. Systems.Keys.Select(s => new RouteConfig($"to-{s}", ["plans"], ContentKind.Plan, s, "fhir.careplan"))],
            UnroutedPolicy.Keep);
        Messages = new FakeMessages();
        SeesDeliveries = seesDeliveries;
        Registers = new HubRegisters(Records, new PatientVault(), this) { Messages = seesDeliveries ? Messages : null };
        Register = new PlanRegister(Registers, "larvik", Clock);
        Context = new SenderContext(Clock, new NoSecrets(), _tenant) { Registers = Registers };
    }

    public MovingTime Clock { get; } = new();

    /// <summary>False where the register cannot ask what became of what it told.</summary>
    public bool SeesDeliveries { get; }

    public MemoryRecords Records { get; } = new();

    public FakeMessages Messages { get; }

    public HubRegisters Registers { get; }

    public PlanRegister Register { get; }

    public SenderContext Context { get; }

    public IReadOnlyDictionary<string, PlanSystem> Systems { get; }

    /// <summary>Fails the next telling: before the version is taken in (1), or after (2).</summary>
    public int Crash { get; set; }

    /// <summary>How many versions were told.</summary>
    public int Told => _known.Count;

    /// <summary>What routes said to each version, by message.</summary>
    public Dictionary<long, IReadOnlyList<RouteDecision>> Decisions { get; } = [];

    public async Task<IReadOnlyList<SharedVersion>> HistoryAsync()
    {
        var plans = await Register.Shelf.OfPatientAsync(Line.Id, default);
        return plans.Count == 0 ? [] : await Register.Shelf.HistoryAsync(plans[0].Key, default);
    }

    public async Task<IReadOnlyList<(StoredRecord Record, SharedVersion Conflict)>> ConflictsAsync(bool open = true) => await Register.Shelf.ConflictsAsync(null, open, default);

    /// <summary>A system's event comes to the register through its route.</summary>
    public async Task<SendOutcome> SendAsync(string from, string eventId, SelfTreatmentPlan plan, string mapping = "hub.content")
    {
        var envelope = new Envelope(1, "larvik", from, eventId, Line, plan, Clock.Now);
        var target = new MappingContext(_tenant, _partner, new DocumentIds(MappingBench.Installation, 1, 0, "larvik/plans"));
        var outcome = MappingBench.Catalogue.Find(mapping)!.Map(envelope, target);
        await using var sender = _adapter.Open(_partner, Context);
        return (await sender.SendAsync([new OutboundItem("key", outcome.Document!, 1)], default))[0];
    }

    /// <summary>What is due is done, as the host's loop does it.</summary>
    public async Task TickAsync()
    {
        foreach (var due in await Records.DueAsync([RecordKinds.Plan], Clock.Now, 100, default))
        {
            var until = Clock.Now.AddSeconds(1);
            if (!await Records.PostponeAsync(due, until, default))
                continue;
            try
            {
                await _adapter.DueAsync(due with { Due = until }, _partner, Context, default);
            }
            catch (TimeoutException)
            {
                continue;
            }
        }
    }

    public Task<IntakeAnswer> AcceptAsync(IntakeRequest request, CancellationToken cancel)
    {
        if (Crash == 1)
            throw Crashed();
        var parsed = _adapter.Parse(new InboundMessage(request.Body, request.MediaType, Clock.Now, _partner, TenantEnvironment.Test));
        var happened = parsed.Entries[0].Events[0];
        var repeat = _known.TryGetValue(happened.SourceId, out var message);
        if (!repeat)
        {
            _known[happened.SourceId] = message = _known.Count + 1;
            var plan = (SelfTreatmentPlan)happened.Content;
            Decisions[message] = RouteTable.Match(_tenant, "plans", plan, null);
            foreach (var decision in Decisions[message].Where(d => d.Verdict == RouteVerdict.Deliver))
                Systems[decision.Route.To].Lane.Enqueue((plan, Messages.Add(message, decision.Route.To)));
        }

        return Crash == 2 ? throw Crashed() : Task.FromResult(new IntakeAnswer([], [new EntryAnswer("", repeat ? EntryStatus.Repeated : EntryStatus.Accepted, [message], [], [])], false));
    }

    /// <summary>The next version of a system's lane arrives there.</summary>
    public void Deliver(string system)
    {
        if (!Systems[system].Lane.TryDequeue(out var next))
            return;
        Systems[system].Shown = next.Plan;
        Messages.Delivered(next.Delivery, Clock.Now);
    }

    private TimeoutException Crashed()
    {
        Crash = 0;
        return new TimeoutException("Killed, on purpose.");
    }

    private sealed class NoSecrets : ISecretReader
    {
        public Result<string> Read(SecretReference reference) => "";
    }

    private sealed class PatientVault : IBodyVault
    {
        public byte[] Seal(string tenant, ReadOnlySpan<byte> body) => body.ToArray();

        public Result<byte[]> Open(string tenant, ReadOnlySpan<byte> sealedBody) => sealedBody.ToArray();

        public Guid PatientKey(string tenant, Identifier patient) => new(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(patient.Value)).AsSpan(0, 16));
    }
}

/// <summary>A system that shows what it was told last, or what its own user wrote after that.</summary>
internal sealed class PlanSystem(string name)
{
    public string Name => name;

    public SelfTreatmentPlan? Shown { get; set; }

    public Queue<(SelfTreatmentPlan Plan, int Delivery)> Lane { get; } = new();

    public Queue<(string Event, SelfTreatmentPlan Plan)> Outbox { get; } = new();

    public int Written { get; set; }
}
