using System.Collections.Concurrent;
using Hub.Core.Adapters;
using Hub.Core.Errors;
using Hub.Core.Storage;
using Hub.Core.Tenants;

namespace Hub.UnitTests.Registers;

/// <summary>A part of the hub that keeps entries and notes what it is handed.</summary>
internal sealed class ShelfAdapter : IRegisterAdapter
{
    public const string Kind = "shelf-entry";

    private readonly ConcurrentQueue<(StoredRecord Due, PartnerConfig Partner, SenderContext Context)> _done = new();

    public string Name => "shelf";

    public string RecordKind => Kind;

    public IReadOnlyList<(StoredRecord Due, PartnerConfig Partner, SenderContext Context)> Done => [.. _done];

    /// <summary>What happens to entries of a key, in place of being done.</summary>
    public ConcurrentDictionary<string, Exception> Fails { get; } = [];

    public static TenantConfig Tenant(string name, string adapter) => new(
        name,
        TenantEnvironment.Test,
        new OrganizationConfig("312229544", null, null),
        new Dictionary<string, PartnerConfig> { ["shelf"] = new PartnerConfig(name, "shelf", adapter) { Inbound = new InboundConfig([]) { Auth = InboundAuth.Hub } } },
        [],
        UnroutedPolicy.Keep);

    public Task DueAsync(StoredRecord due, PartnerConfig partner, SenderContext context, CancellationToken cancel)
    {
        if (Fails.TryGetValue(due.Key, out var fault))
            throw fault;
        _done.Enqueue((due, partner, context));
        return Task.CompletedTask;
    }

    public ParsedMessage Parse(InboundMessage input) => throw new NotSupportedException();

    public ISender Open(PartnerConfig partner, SenderContext context) => throw new NotSupportedException();
}

/// <summary>No secrets.</summary>
internal sealed class NoSecrets : ISecretReader
{
    public Result<string> Read(SecretReference reference) => ConfigErrors.SecretMissing.At();
}
