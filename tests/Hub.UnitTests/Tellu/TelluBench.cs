using Hub.Adapters.Tellu;
using Hub.Core.Adapters;
using Hub.Core.Errors;
using Hub.Core.Tenants;
using Hub.Simulators.Tellu;

namespace Hub.UnitTests.Tellu;

/// <summary>A system of the Tellu kind with a story, and the ways to it.</summary>
internal static class TelluBench
{
    public static readonly DateOnly Monday = new(2026, 11, 2);

    public static readonly IReadOnlyList<TelluEntry> Story = [.. TelluStory.Tell(1, 12, Monday, 4)];

    public static PartnerConfig Partner(Uri url, bool xml = false, int page = 100, OutboundAuthKind? auth = null) => new("bodo", "tellu", "tellu")
    {
        Url = url,
        Timeout = TimeSpan.FromSeconds(10),
        Inbound = new InboundConfig([]) { Auth = InboundAuth.Poll },
        Auth = auth is { } kind ? new OutboundAuth(kind, new SecretReference("env:X"), "hub", null, null) : null,
        Options = new Dictionary<string, string> { ["format"] = xml ? "xml" : "json", ["page"] = $"{page}" },
    };

    public static SenderContext Context(TimeProvider? time = null) => new(
        time ?? TimeProvider.System,
        new FixedSecrets(),
        new TenantConfig("bodo", TenantEnvironment.Test, new OrganizationConfig("972418013", null, null), new Dictionary<string, PartnerConfig>(), [], UnroutedPolicy.Keep));

    public static IFeed Feed(PartnerConfig partner, TimeProvider? time = null) => new TelluAdapter().OpenFeed(partner, Context(time));

    public static ParsedMessage Parse(FeedItem item) =>
        new TelluAdapter().Parse(new InboundMessage(item.Body, item.MediaType, new DateTimeOffset(2026, 11, 20, 12, 0, 0, TimeSpan.Zero), Partner(new Uri("http://x/")), TenantEnvironment.Test));

    /// <summary>Reads until there is no more.</summary>
    public static async Task<(IReadOnlyList<FeedItem> Items, string Position)> DrainAsync(IFeed feed, string? position = null)
    {
        var items = new List<FeedItem>();
        while (true)
        {
            var page = await feed.ReadAsync(position, CancellationToken.None);
            if (!page.IsOk)
                throw new InvalidOperationException(page.Errors[0].ToString());
            items.AddRange(page.Value.Items);
            position = page.Value.Position;
            if (!page.Value.More)
                return (items, position);
        }
    }

    private sealed class FixedSecrets : ISecretReader
    {
        public Result<string> Read(SecretReference reference) => "s3cret";
    }
}
