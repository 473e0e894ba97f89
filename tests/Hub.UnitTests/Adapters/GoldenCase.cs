using Hub.Core.Adapters;
using Hub.Core.Tenants;

namespace Hub.UnitTests.Adapters;

/// <summary>A folder with an input and what must come of it. A name that starts with <c>lenient-</c> is read in lenient mode, one with <c>production-</c> as production; the rest strictly in a test environment.</summary>
public static class GoldenCase
{
    public static DateTimeOffset ReceivedAt { get; } = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);

    public static string Root { get; } = FindRoot();

    public static string FolderOf(string adapter) => Path.Combine(Root, "src", "Adapters", adapter, "cases");

    public static IEnumerable<string> Names(string adapter) => Directory.EnumerateDirectories(FolderOf(adapter)).Select(d => Path.GetFileName(d)).Order(StringComparer.Ordinal);

    public static byte[] Input(string adapter, string name) => File.ReadAllBytes(Path.Combine(FolderOf(adapter), name, "input.json"));

    public static ParsedMessage Read(IInboundAdapter adapter, string folder, string name) => adapter.Parse(Message(
        Input(folder, name),
        name.StartsWith("lenient-", StringComparison.Ordinal) ? InboundMode.Lenient : InboundMode.Strict,
        name.StartsWith("production-", StringComparison.Ordinal) ? TenantEnvironment.Production : TenantEnvironment.Test));

    public static InboundMessage Message(byte[] body, InboundMode mode = InboundMode.Strict, TenantEnvironment environment = TenantEnvironment.Test, string mediaType = "application/json") =>
        new(body, mediaType, ReceivedAt, new PartnerConfig("larvik", "source", "any") { Inbound = new InboundConfig([]) { Mode = mode } }, environment);

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Hub.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The tests run outside the repository.");
    }
}
