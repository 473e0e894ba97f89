using Hub.Adapters.Enrolment;
using Hub.Core.Adapters;
using Hub.Core.Content;
using Hub.Core.Errors;
using Hub.Core.Identities;
using Hub.Core.Intake;
using Hub.Core.Lookups;
using Hub.Core.Mappings;
using Hub.Core.Registers;
using Hub.Core.Tenants;
using Hub.Tests.Support;
using Hub.UnitTests.Messaging;
using Hub.UnitTests.Polling;

namespace Hub.UnitTests.Enrolment;

/// <summary>An enrolment partner with a journal that can be asked, and an intake that reads with the real adapter and knows repeats.</summary>
internal sealed class EnrolmentWorld : IIntake, ILookups, ISecretReader
{
    public static readonly Patient Line = new(new Identifier(IdentifierSystems.Fnr, "13116900216"), null, []);

    private readonly EnrolmentAdapter _adapter = new();
    private readonly Dictionary<string, string> _known = [];

    public EnrolmentWorld()
    {
        Partner = new PartnerConfig("oslo", "enrolment", "enrolment") { Inbound = new InboundConfig([]) { Auth = InboundAuth.Hub }, Options = new Dictionary<string, string> { ["journal"] = "gerica" } };
        Tenant = new TenantConfig(
            "oslo",
            TenantEnvironment.Test,
            new OrganizationConfig("312229544", null, null),
            new Dictionary<string, PartnerConfig> { ["enrolment"] = Partner, ["gerica"] = new("oslo", "gerica", "gerica") },
            [],
            UnroutedPolicy.Keep);
    }

    public PartnerConfig Partner { get; }

    public TenantConfig Tenant { get; }

    public MovingTime Clock { get; } = new();

    public MemoryRecords Records { get; } = new();

    /// <summary>What the journal answers; who is asked for is in the answer unless it says otherwise.</summary>
    public Result<LookupAnswer> Journal { get; set; } = Knows(Line, "Storgata 1");

    /// <summary>What the journal was asked.</summary>
    public List<(string Tenant, string Partner, string Patient)> Asked { get; } = [];

    /// <summary>Why nothing can be taken in; null when it can.</summary>
    public HubError? Full { get; set; }

    /// <summary>What was taken in, each id once.</summary>
    public List<ParsedEvent> Told { get; } = [];

    public static LookupAnswer Knows(Patient patient, string street) => new([new LookupFinding("p-1", patient, PersonaliaAt(street))], true);

    public static Personalia PersonaliaAt(string street) => new(new ClinicalTime(FixedTime.At)) { Given = "Line", Family = "Danser", Addresses = [new PostalAddress([street], "0155", "Oslo")] };

    public Task<SendOutcome> StatusAsync(FollowUpState state, string id, TimeSpan later = default, string? corrects = null) =>
        SendAsync("dignio", id, new PatientStatus(state, new ClinicalTime(FixedTime.At + later)) { Corrects = corrects });

    public Task<SendOutcome> NoticeAsync(string id, Personalia? personalia = null) => SendAsync("gerica", id, personalia ?? PersonaliaAt("Strandveien 4"));

    public async Task<SendOutcome> SendAsync(string source, string id, HomeContent content, Patient? patient = null)
    {
        await using var sender = _adapter.Open(Partner, new SenderContext(Clock, this, Tenant) { Registers = new HubRegisters(Records, new HashVault(), this), Lookups = this });
        var body = ContentText.Write(new RegisteredContent(source, id, patient ?? Line, content));
        return (await sender.SendAsync([new OutboundItem($"oslo/enrolment/{id}", new OutboundDocument("hub.content", ContentText.MediaType, body, id), 1)], default))[0];
    }

    Task<Result<LookupAnswer>> ILookups.AskAsync(TenantConfig tenant, string partner, LookupQuery query, CancellationToken cancel)
    {
        Asked.Add((tenant.Name, partner, ((LookupQuery.PersonaliaOf)query).Patient.Value));
        return Task.FromResult(Journal);
    }

    Task<IntakeAnswer> IIntake.AcceptAsync(IntakeRequest request, CancellationToken cancel)
    {
        if (Full is { } error)
            return Task.FromResult(new IntakeAnswer([error], [], false));
        var parsed = _adapter.Parse(new InboundMessage(request.Body, request.MediaType, Clock.Now, Partner, TenantEnvironment.Test) { Tenant = Tenant });
        var happened = parsed.Entries[0].Events[0];
        var fingerprint = Convert.ToHexString(happened.Fingerprint.Span);
        if (_known.TryAdd(happened.SourceId, fingerprint))
        {
            Told.Add(happened);
            return Task.FromResult(new IntakeAnswer([], [new EntryAnswer(happened.SourceId, EntryStatus.Accepted, [Told.Count], [], [])], false));
        }

        return Task.FromResult(_known[happened.SourceId] == fingerprint
            ? new IntakeAnswer([], [new EntryAnswer(happened.SourceId, EntryStatus.Repeated, [1], [], [])], false)
            : new IntakeAnswer([], [new EntryAnswer(happened.SourceId, EntryStatus.Conflict, [], [IntakeErrors.ChangedRepeat.At()], [])], false));
    }

    Result<string> ISecretReader.Read(SecretReference reference) => ConfigErrors.SecretMissing.At();
}
