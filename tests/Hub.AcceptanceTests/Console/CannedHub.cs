using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Hub.Tests.Support;
using Microsoft.Playwright;

namespace Hub.AcceptanceTests.Console;

/// <summary>Stands between the page and /ops/v1 and answers from the files in answers/: the same municipality every time, with long names, faults and every state.</summary>
internal sealed partial class CannedHub
{
    /// <summary>The time of the answers.</summary>
    public const string Now = "2026-03-12T10:30:00Z";

    private static readonly string Folder = Path.Combine(Checkout.Root, "tests/Hub.AcceptanceTests/Console/answers");

    private static readonly (Regex Path, string File)[] Answers =
    [
        (new("^messages/[0-9]+$"), "message"), (new("^messages/_search$"), "messages"), (new("^partners/larvik/gerica$"), "partner-gerica"), (new("^partners/.+$"), "partner"), (new("^snapshots/[0-9]+$"), "snapshot"),
        (new("^snapshots/[0-9]+/diff/[0-9]+$"), "diff"), (new("^actions/preview$"), "preview"), (new("^actions/a-8(/cancel)?$"), "action"),
        (new("^messages/[0-9]+/bodies$"), "bodies"), (new("^deliveries/.+/amend/preview$"), "amend-preview"), (new("^deliveries/.+/amend$"), "amend"), (new("^deliveries/.+/discard$"), "discarded"), (new("^pauses/.+$"), "pauses"),
        (new("^plan-conflicts/.+/difference$"), "plan-difference"), (new("^plan-conflicts/.+$"), "plan-conflict"),
    ];

    private readonly Dictionary<string, (int Status, string File)> _instead = [];

    /// <summary>What was sent with which method and where, with its body.</summary>
    public List<(string Method, string Path, string? Body)> Sent { get; } = [];

    /// <summary>The role of who is signed in.</summary>
    public string Role { get; set; } = "operator";

    /// <summary>Puts it before a page.</summary>
    public static async Task<CannedHub> BeforeAsync(Screen screen)
    {
        var canned = new CannedHub();
        await screen.Page.RouteAsync(Operators(), canned.AnswerAsync);
        await screen.AtAsync(Now);
        return canned;
    }

    /// <summary>Answers an address with another file from now on.</summary>
    public void Instead(string path, string file, int status = 200) => _instead[path] = (status, file);

    /// <summary>Answers as in the beginning.</summary>
    public void Forget()
    {
        _instead.Clear();
        lock (Sent)
            Sent.Clear();
    }

    private Task AnswerAsync(IRoute route)
    {
        var address = new Uri(route.Request.Url);
        var path = address.AbsolutePath["/ops/v1/".Length..];
        lock (Sent)
            Sent.Add((route.Request.Method, path, route.Request.PostData));
        if (_instead.TryGetValue(path, out var other))
            return FileAsync(route, other.Status, other.File);
        if (path == "me")
            return TextAsync(route, 200, new JsonObject { ["name"] = "Åse Ødegård", ["role"] = Role, ["tenant"] = Role == "operator" ? null : "larvik", ["partner"] = Role == "vendor" ? "dignio" : null }.ToJsonString());
        if (path == "series")
            return FileAsync(route, 200, $"series/{Regex.Match(address.Query, "metric=([a-z]+)").Groups[1].Value}");
        if (path == "actions" && route.Request.Method == "POST")
            return TextAsync(route, 202, """{"id":"a-8"}""");
        if (path == "pauses" && address.Query.Contains("tenant=larvik", StringComparison.Ordinal))
            path = "pauses-larvik";
        var file = Answers.FirstOrDefault(a => a.Path.IsMatch(path)).File ?? path;
        return File.Exists(Path.Combine(Folder, $"{file}.json")) ? FileAsync(route, 200, file) : FileAsync(route, 404, "problem-404");
    }

    private static Task FileAsync(IRoute route, int status, string file) => TextAsync(route, status, File.ReadAllText(Path.Combine(Folder, $"{file}.json")));

    private static Task TextAsync(IRoute route, int status, string text) =>
        route.FulfillAsync(new RouteFulfillOptions { Status = status, ContentType = status < 400 ? "application/json" : "application/problem+json", Body = text });

    [GeneratedRegex("/ops/v1/")]
    private static partial Regex Operators();
}
