using System.Text.Json;
using Hub.Core.Adapters;
using Hub.Core.Tenants;

namespace Hub.UnitTests.Adapters;

/// <summary>A folder with an input and what must come of it: <c>input.json</c>, <c>.xml</c>, <c>.csv</c> ..., and <c>options.json</c> where the partner has options. A name that starts with <c>lenient-</c> is
/// read in lenient mode, one with <c>production-</c> as production; the rest strictly in a test environment. Adapters with cases are found by themselves.</summary>
public static class GoldenCase
{
    public static DateTimeOffset ReceivedAt { get; } = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);

    public static string Root { get; } = FindRoot();

    /// <summary>Every inbound adapter that has cases, with the folder it stands in: the last part of its namespace.</summary>
    public static IReadOnlyList<(string Folder, IInboundAdapter Adapter)> Adapters { get; } = FindAdapters();

    public static string FolderOf(string adapter) => Path.Combine(Root, "src", "Adapters", adapter, "cases");

    public static IEnumerable<string> Names(string adapter) => Directory.EnumerateDirectories(FolderOf(adapter)).Select(d => Path.GetFileName(d)).Order(StringComparer.Ordinal);

    public static byte[] Input(string adapter, string name) => File.ReadAllBytes(InputFile(adapter, name));

    public static ParsedMessage Read(IInboundAdapter adapter, string folder, string name) => adapter.Parse(Message(folder, name));

    /// <summary>The message of a case, with other bytes where they are given.</summary>
    public static InboundMessage Message(string folder, string name, byte[]? body = null, InboundMode? mode = null)
    {
        var message = Message(
            body ?? Input(folder, name),
            mode ?? (name.StartsWith("lenient-", StringComparison.Ordinal) ? InboundMode.Lenient : InboundMode.Strict),
            name.StartsWith("production-", StringComparison.Ordinal) ? TenantEnvironment.Production : TenantEnvironment.Test,
            MediaTypeOf(InputFile(folder, name)));
        var options = Path.Combine(FolderOf(folder), name, "options.json");
        return !File.Exists(options) ? message
            : message with { Partner = message.Partner with { Options = JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllBytes(options))! } };
    }

    public static InboundMessage Message(byte[] body, InboundMode mode = InboundMode.Strict, TenantEnvironment environment = TenantEnvironment.Test, string mediaType = "application/json") =>
        new(body, mediaType, ReceivedAt, new PartnerConfig("larvik", "source", "any") { Inbound = new InboundConfig([]) { Mode = mode } }, environment);

    private static string InputFile(string adapter, string name) => Directory.EnumerateFiles(Path.Combine(FolderOf(adapter), name), "input.*").Single();

    private static string MediaTypeOf(string file) => Path.GetExtension(file) switch
    {
        ".json" => "application/json",
        ".xml" => "application/xml",
        ".csv" => "text/csv",
        _ => "",
    };

    private static (string Folder, IInboundAdapter Adapter)[] FindAdapters()
    {
        var catalogue = AdapterCatalogue.In(typeof(Hub.Adapters.Http.BaseAddress).Assembly);
        return
        [
            .. catalogue.Names.Select(catalogue.Find).OfType<IInboundAdapter>()
                .Select(a => (Folder: a.GetType().Namespace!.Split('.')[^1], Adapter: a))
                .Where(a => Directory.Exists(FolderOf(a.Folder))),
        ];
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Hub.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The tests run outside the repository.");
    }
}
