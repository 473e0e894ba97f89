using System.Diagnostics;
using System.Globalization;
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
    case ["messages", .. var options] when options is [] or ["--json", _]:
        var messages = MessageRows.Measure(new Bench(true));
        Table.Print(messages);
        if (options is [_, var written])
            await Table.WriteJsonAsync(written, messages);
        return 0;
    default:
        Console.Error.WriteLine("usage: quick|full [--json FILE]    every row as value, floor and ratio, measured in this run");
        Console.Error.WriteLine("       messages [--json FILE]      only the signed messages in memory");
        return 2;
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

    var makers = new List<Func<Task<Backing>>> { () => Task.FromResult(Backing.Sqlite()) };
    if (servers.Postgres is { } postgres)
        makers.Add(() => Backing.PostgresAsync(postgres, servers.Rabbit));
    else
        Console.WriteLine("PostgreSQL and RabbitMQ are not installed: their rows are left out.");

    foreach (var make in makers)
    {
        await using (var backing = await make())
            rows.AddRange(await PathRows.MeasureAsync(bench, backing, floors));
        await using (var backing = await make())
            rows.AddRange(await RestartRows.MeasureAsync(bench, backing));
        if (bench.Full)
        {
            await using var backing = await make();
            rows.AddRange(await ParkedRows.MeasureAsync(bench, backing));
        }
    }

    rows.AddRange(MessageRows.Measure(bench));
    Table.Print(rows);
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\nmeasured in {clock.Elapsed.TotalSeconds:0} s on {Environment.ProcessorCount} processors, everything on the same machine"));
    if (json is not null)
        await Table.WriteJsonAsync(json, rows);
    return 0;
}
