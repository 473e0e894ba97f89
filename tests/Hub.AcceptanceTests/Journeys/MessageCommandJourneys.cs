using System.Diagnostics;
using System.Text.Json;
using Hub.AcceptanceTests.Operating;
using Hub.AcceptanceTests.Staging;
using Hub.Simulators.Gerica;
using Xunit;

namespace Hub.AcceptanceTests.Journeys;

/// <summary><c>hub message</c> as an operator types it: a patient's messages are found, one is looked at and sent again; and what it says when no hub answers.</summary>
public abstract class MessageCommandJourneys(BackingKind backing) : Journey(backing)
{
    [Fact]
    public async Task Should_find_what_is_about_a_patient_whose_id_is_typed_and_never_an_argument()
    {
        await using var stage = await OpenAsync(Municipality.Larvik, Municipality.Skien);
        var (ada, bo) = (Events.People[0], Events.People[1]);
        var feed = stage.Caller(Municipality.Larvik.Feed);
        var mine = (await feed.SendAsync(Municipality.Larvik, Events.Pulse("p-0", ada, 60))).Messages[0];
        await feed.SendAsync(Municipality.Larvik, Events.Pulse("p-1", bo, 61));
        await stage.Caller(Municipality.Skien.Feed).SendAsync(Municipality.Skien, Events.Pulse("p-2", ada, 62));
        await stage.ArrivedAsync(3);

        string[] find = ["message", "find", "--tenant", "larvik", "--patient", "--json", "--url", stage.Http.BaseAddress!.ToString()];
        var (code, output, errors) = await TypeAsync(stage, ada.NationalId + "\n", find);
        Assert.True(code == 0, errors);
        Assert.Equal([mine], JsonDocument.Parse(output).RootElement.GetProperty("messages").EnumerateArray().Select(m => m.GetProperty("id").GetString()));
        Assert.DoesNotContain(ada.NationalId, output + errors + stage.Logs(), StringComparison.Ordinal);
        Assert.Empty(JsonDocument.Parse((await TypeAsync(stage, Events.People[5].NationalId + "\n", find)).Output).RootElement.GetProperty("messages").EnumerateArray());

        // Nothing typed, nothing found; and a patient without a tenant is nobody's.
        Assert.Equal(2, (await TypeAsync(stage, "", find)).Code);
        Assert.Equal(2, (await TypeAsync(stage, ada.NationalId, [.. find.Where(a => a is not ("--tenant" or "larvik"))])).Code);
        Assert.Equal(1, (await TypeAsync(stage, "no id\n", find)).Code);
        Assert.NotEqual(0, (await TypeAsync(stage, "", [.. find, ada.NationalId])).Code);
        var audit = (await stage.Operator.GetAsync("audit?tenant=larvik&limit=200")).GetRawText();
        Assert.Contains("message.search", audit, StringComparison.Ordinal);
        Assert.DoesNotContain(ada.NationalId, audit, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_show_a_message_send_it_again_and_replay_it()
    {
        await using var stage = await OpenAsync();
        await stage.Journal.SetFaultsAsync(new FaultPlan { RejectPatients = [Events.People[0].NationalId] });
        var message = (await stage.Caller(Municipality.Larvik.Feed).SendAsync(Municipality.Larvik, Events.Pulse("p-0", Events.People[0], 60))).Messages[0];
        await stage.DrainAsync();
        string[] asked = ["--url", stage.Http.BaseAddress!.ToString()];

        var shown = await TypeAsync(stage, "", ["message", "show", message, .. asked]);
        Assert.True(shown.Code == 0 && shown.Output.Contains("HUB-SEND-006", StringComparison.Ordinal), shown.Output + shown.Errors);
        await stage.Journal.SetFaultsAsync(FaultPlan.Healthy);
        Assert.Equal(0, (await TypeAsync(stage, "", ["message", "redeliver", $"{message}.1", "--reason", "the journal knows the patient now", .. asked])).Code);
        await stage.ArrivedAsync(1);
        var replayed = await TypeAsync(stage, "", ["message", "replay", message, "--reason", "tried", .. asked]);
        Assert.True(replayed.Code == 0 && replayed.Output.Contains($"{message}.2", StringComparison.Ordinal), replayed.Output + replayed.Errors);
        await stage.DrainAsync();
        Assert.Contains("delivered", (await TypeAsync(stage, "", ["message", "show", message, .. asked])).Output, StringComparison.Ordinal);
        Assert.Equal(1, (await TypeAsync(stage, "", ["message", "show", "999999", .. asked])).Code);
    }

    [Theory]
    [InlineData("message", "find")]
    [InlineData("message", "show", "1")]
    [InlineData("message", "redeliver", "1.1", "--reason", "x")]
    [InlineData("message", "replay", "1", "--reason", "x")]
    public async Task Should_say_where_no_hub_answers(params string[] arguments)
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, "hub_key_x", TestContext.Current.CancellationToken);
        var run = await CommandRun.OfAsync([.. arguments, "--url", "http://127.0.0.1:9", "--key-file", file]);
        File.Delete(file);

        Assert.Equal((1, ""), (run.Code, run.Output));
        Assert.Contains("No hub answers at http://127.0.0.1:9", run.Errors, StringComparison.Ordinal);
    }

    private static async Task<(int Code, string Output, string Errors)> TypeAsync(Stage stage, string typed, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "hub.dll"), .. arguments]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["HUB_KEY"] = stage.OperatorKey.Value;
        using var process = Process.Start(start)!;
        await process.StandardInput.WriteAsync(typed);
        process.StandardInput.Close();
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await output, await errors);
    }

    /// <summary>On SQLite.</summary>
    public sealed class Embedded() : MessageCommandJourneys(BackingKind.Embedded);

    /// <summary>On PostgreSQL and RabbitMQ.</summary>
    public sealed class OnServers() : MessageCommandJourneys(BackingKind.Servers);
}
