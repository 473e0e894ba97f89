using System.Text;
using System.Text.Json;
using Xunit;

namespace Hub.AcceptanceTests.Staging;

/// <summary>Everything that a hub let out, held against what it must not say.</summary>
internal static class Whisper
{
    /// <summary>Logs, metrics, views with their timelines, answers and files of a stage.</summary>
    public static async Task<IReadOnlyList<(string Where, string Text)>> CaptureAsync(Stage stage)
    {
        var views = new List<JsonElement>();
        foreach (var message in await stage.Operator.MessagesAsync())
            views.Add(await stage.Operator.MessageAsync(message.GetProperty("id").GetString()!));
        var captured = new List<(string, string)>
        {
            ("the log", stage.Logs()),
            ("/metrics", await stage.Http.GetStringAsync("metrics")),
            ("the operators' list", string.Join('\n', await stage.Operator.MessagesAsync())),
            ("a timeline", string.Join('\n', views)),
            ("an answer", string.Join('\n', stage.Heard.Select(a => a.Text))),
        };
        foreach (var file in Directory.EnumerateFiles(stage.Data, "*", SearchOption.AllDirectories).Where(f => !f.EndsWith(".lock", StringComparison.Ordinal)))
            captured.Add(($"the file {Path.GetFileName(file)}", Bytes(file)));
        return captured;
    }

    /// <summary>Fails with every place where a secret stands. The people do not exist: a failure may show what it found.</summary>
    public static void AssertSilent(IReadOnlyList<(string Where, string Text)> captured, IReadOnlyList<string> secrets)
    {
        Assert.True(captured.Count >= 4 && captured.All(c => c.Text.Length > 0), "there was something to look at");
        var leaks =
            from secret in secrets
            from place in captured
            where place.Text.Contains(secret, StringComparison.OrdinalIgnoreCase)
            select $"{place.Where} holds a name, number or text: {Around(place.Text, secret)}";
        var found = string.Join(Environment.NewLine, leaks.Distinct());
        Assert.True(found.Length == 0, found);
    }

    private static string Around(string text, string secret)
    {
        var at = text.IndexOf(secret, StringComparison.OrdinalIgnoreCase);
        return text[Math.Max(0, at - 80)..Math.Min(text.Length, at + 80)];
    }

    private static string Bytes(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return Encoding.UTF8.GetString(copy.ToArray()) + '.';
    }
}
