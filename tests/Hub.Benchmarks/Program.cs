using System.Diagnostics;
using System.Globalization;
using Hub.Benchmarks.Crypto;
using Hub.Benchmarks.Floors;
using Hub.Benchmarks.Rows;
using Hub.Benchmarks.Running;

switch (args)
{
    case ["floor-empty", var port]:
        return await EmptyServer.RunAsync(int.Parse(port, CultureInfo.InvariantCulture));
    case ["floor-map", var port, var receiver]:
        return await MapServer.RunAsync(int.Parse(port, CultureInfo.InvariantCulture), new Uri(receiver));
    case ["quick" or "full", .. var options] when options is [] or ["--json", _]:
        return await MeasureAsync(new Bench(args[0] == "full"), options is [_, var file] ? file : null);
    case ["counterpart", var port, var config, var hub, var bits]:
        return await CounterpartProcess.RunAsync(int.Parse(port, CultureInfo.InvariantCulture), config, new Uri(hub), int.Parse(bits, CultureInfo.InvariantCulture));
    case ["messages", .. var options] when options is [] or ["--json", _]:
        return await MeasureMessagesAsync(new Bench(false), options is [_, var written] ? written : null);
    case ["reads", .. var options] when options is [] or ["--json", _]:
        return await MeasureReadsAsync(new Bench(true), options is [_, var kept] ? kept : null);
    case ["replay", .. var options]:
        return await MeasureBesideAsync(new Bench(false), Option(options, "--on"), (b, on) => ReplayRows.MeasureAsync(b, on, int.Parse(Option(options, "--stored") ?? "0", CultureInfo.InvariantCulture)));
    case ["simulate", .. var options]:
        return await MeasureBesideAsync(new Bench(false), Option(options, "--on"), SimulationRows.MeasureAsync);
    case ["operators", .. var options]:
        return await MeasureOperatorsAsync(options);
    default:
        Console.Error.WriteLine("usage: quick|full [--json FILE]    every row as value, floor and ratio, measured in this run");
        Console.Error.WriteLine("       messages [--json FILE]      only the signed messages: in memory, and end to end");
        Console.Error.WriteLine("       reads [--json FILE]         only the read face: looks of treaters over a vendor that answers in 20 ms");
        Console.Error.WriteLine("       replay [--stored N] [--on sqlite|postgres]   only a replay of many messages as one action, beside live traffic and N messages of others");
        Console.Error.WriteLine("       simulate [--on sqlite|postgres]   only a simulation of many recorded messages, beside live traffic");
        Console.Error.WriteLine("       operators [--messages N] [--on sqlite|postgres] [--json FILE]   what operators wait for when a store holds N messages, a million if not said");
        return 2;
}

static string? Option(string[] options, string name) => Array.IndexOf(options, name) is >= 0 and var at && at + 1 < options.Length ? options[at + 1] : null;

static async Task<int> MeasureBesideAsync(Bench bench, string? only, Func<Bench, Backing, Task<IReadOnlyList<Row>>> measure)
{
    await using var servers = await Servers.FindAsync();
    var rows = new List<Row>();
    foreach (var make in Makers(servers))
    {
        await using var backing = await make();
        if (only is null || backing.Name.StartsWith(only, StringComparison.OrdinalIgnoreCase))
            rows.AddRange(await measure(bench, backing));
    }

    Table.Print(rows);
    return 0;
}

static async Task<int> MeasureOperatorsAsync(string[] options)
{
    var messages = int.Parse(Option(options, "--messages") ?? "1000000", CultureInfo.InvariantCulture);
    await using var servers = await Servers.FindAsync();
    var rows = new List<Row>();
    foreach (var make in Makers(servers))
    {
        await using var backing = await make();
        if (Option(options, "--on") is { } on && !backing.Name.StartsWith(on, StringComparison.OrdinalIgnoreCase))
            continue;
        rows.AddRange(await SearchRows.MeasureAsync(backing, messages));
    }

    Table.Print(rows);
    if (Option(options, "--json") is { } json)
        await Table.WriteJsonAsync(json, rows);
    return rows.Any(r => r.Met == false) ? 1 : 0;
}

static async Task<int> MeasureAsync(Bench bench, string? json)
{
    var clock = Stopwatch.StartNew();
    await using var servers = await Servers.FindAsync();
    var floors = await FloorRows.MeasureAsync(bench);
    var rows = new List<Row>
    {
        new("floor: empty Kestrel POST, 64 connections", "", floors.EmptyPost, "/s", null, "", null),
        new("floor: parse, map and send over HTTP, no store", "", floors.MapAndSend, "/s", null, "", null),
    };

    var makers = Makers(servers);
    foreach (var make in makers)
    {
        await using (var backing = await make())
            rows.AddRange(await PathRows.MeasureAsync(bench, backing, floors));
        await using (var backing = await make())
            rows.AddRange(await RestartRows.MeasureAsync(bench, backing));
        await using (var backing = await make())
            rows.AddRange(await ReadRows.MeasureAsync(bench, backing));
        if (bench.Full)
        {
            await using var backing = await make();
            rows.AddRange(await ParkedRows.MeasureAsync(bench, backing));
        }
    }

    rows.AddRange(MessageRows.Measure(bench));
    foreach (var make in makers)
        rows.AddRange(await MessagesEndToEndAsync(bench, make));
    Table.Print(rows);
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\nmeasured in {clock.Elapsed.TotalSeconds:0} s on {Environment.ProcessorCount} processors, everything on the same machine"));
    if (json is not null)
        await Table.WriteJsonAsync(json, rows);
    return 0;
}

static List<Func<Task<Backing>>> Makers(Servers servers)
{
    var makers = new List<Func<Task<Backing>>> { () => Task.FromResult(Backing.Sqlite()) };
    if (servers.Postgres is { } postgres)
        makers.Add(() => Backing.PostgresAsync(postgres, servers.Rabbit));
    else
        Console.WriteLine("PostgreSQL and RabbitMQ are not installed: their rows are left out.");
    return makers;
}

static async Task<int> MeasureMessagesAsync(Bench bench, string? json)
{
    await using var servers = await Servers.FindAsync();
    var rows = new List<Row>(MessageRows.Measure(bench));
    foreach (var make in Makers(servers))
        rows.AddRange(await MessagesEndToEndAsync(bench, make));
    Table.Print(rows);
    if (json is not null)
        await Table.WriteJsonAsync(json, rows);
    return 0;
}

static async Task<int> MeasureReadsAsync(Bench bench, string? json)
{
    await using var servers = await Servers.FindAsync();
    var rows = new List<Row>();
    foreach (var make in Makers(servers))
    {
        await using var backing = await make();
        rows.AddRange(await ReadRows.MeasureAsync(bench, backing));
    }

    Table.Print(rows);
    if (json is not null)
        await Table.WriteJsonAsync(json, rows);
    return 0;
}

static async Task<IReadOnlyList<Row>> MessagesEndToEndAsync(Bench bench, Func<Task<Backing>> make)
{
    var rows = new List<Row>();
    foreach (var (bits, goal) in new[] { (2048, 0.28), (3072, 0.62) })
    {
        await using var backing = await make();
        rows.AddRange(await MessagePathRows.MeasureAsync(bench, backing, bits, goal));
    }

    return rows;
}
