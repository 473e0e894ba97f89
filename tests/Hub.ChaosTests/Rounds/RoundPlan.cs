namespace Hub.ChaosTests.Rounds;

/// <summary>One round.</summary>
/// <param name="Backing">What the hub stands on.</param>
/// <param name="Nodes">Number of processes.</param>
/// <param name="Trouble">What is done to them.</param>
/// <param name="Seed">Decides patients and moments.</param>
public sealed record RoundPlan(Backing Backing, int Nodes, Trouble Trouble, int Seed)
{
    private static readonly RoundPlan[] Matrix =
    [
        new(Backing.Sqlite, 1, Trouble.KillNode, 0),
        new(Backing.Sqlite, 1, Trouble.KillNode, 0),
        new(Backing.Sqlite, 1, Trouble.KillNode, 0),
        new(Backing.Sqlite, 1, Trouble.BadReceiver, 0),
        new(Backing.Sqlite, 1, Trouble.BadReceiver, 0),
        new(Backing.Postgres, 2, Trouble.KillNode, 0),
        new(Backing.Postgres, 2, Trouble.KillAll, 0),
        new(Backing.Postgres, 2, Trouble.KillPostgres, 0),
        new(Backing.Postgres, 2, Trouble.BadReceiver, 0),
        new(Backing.Broker, 1, Trouble.KillNode, 0),
        new(Backing.Broker, 1, Trouble.KillBroker, 0),
        new(Backing.Broker, 1, Trouble.KillPostgres, 0),
        new(Backing.Broker, 2, Trouble.KillNode, 0),
        new(Backing.Broker, 2, Trouble.KillNode, 0),
        new(Backing.Broker, 2, Trouble.KillAll, 0),
        new(Backing.Broker, 2, Trouble.KillAll, 0),
        new(Backing.Broker, 2, Trouble.KillPostgres, 0),
        new(Backing.Broker, 2, Trouble.KillBroker, 0),
        new(Backing.Broker, 2, Trouble.WipeBroker, 0),
        new(Backing.Broker, 2, Trouble.CutOff, 0),
        new(Backing.Broker, 2, Trouble.CutOff, 0),
        new(Backing.Broker, 2, Trouble.BadReceiver, 0),
    ];

    /// <summary>The rounds of this run: the matrix once, or over and over until <c>HUB_CHAOS_ROUNDS</c> are done. <c>HUB_CHAOS_SEED</c> repeats a run.</summary>
    public static IReadOnlyList<RoundPlan> All { get; } = Make();

    /// <inheritdoc/>
    public override string ToString() => $"{Backing} {Nodes} {Trouble} seed {Seed}";

    private static RoundPlan[] Make()
    {
        var rounds = Number("HUB_CHAOS_ROUNDS") ?? Matrix.Length;
        var seed = Number("HUB_CHAOS_SEED") ?? Random.Shared.Next(1, 100_000);
        return [.. Enumerable.Range(0, rounds).Select(i => Matrix[i % Matrix.Length] with { Seed = seed + i })];
    }

    private static int? Number(string variable) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), System.Globalization.CultureInfo.InvariantCulture, out var value) ? value : null;
}
