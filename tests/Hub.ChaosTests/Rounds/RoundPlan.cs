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
        new(Backing.Postgres, 2, Trouble.RollingRestart, 0),
        new(Backing.Postgres, 2, Trouble.KillPostgres, 0),
        new(Backing.Postgres, 2, Trouble.BadReceiver, 0),
        new(Backing.Broker, 1, Trouble.KillNode, 0),
        new(Backing.Broker, 1, Trouble.KillBroker, 0),
        new(Backing.Broker, 1, Trouble.KillPostgres, 0),
        new(Backing.Broker, 2, Trouble.KillNode, 0),
        new(Backing.Broker, 2, Trouble.KillNode, 0),
        new(Backing.Broker, 2, Trouble.LoseNode, 0),
        new(Backing.Broker, 2, Trouble.KillAll, 0),
        new(Backing.Broker, 2, Trouble.KillAll, 0),
        new(Backing.Broker, 2, Trouble.KillPostgres, 0),
        new(Backing.Broker, 2, Trouble.KillBroker, 0),
        new(Backing.Broker, 2, Trouble.WipeBroker, 0),
        new(Backing.Broker, 2, Trouble.CutOff, 0),
        new(Backing.Broker, 2, Trouble.CutOff, 0),
        new(Backing.Broker, 2, Trouble.BadReceiver, 0),
        new(Backing.Broker, 2, Trouble.RollingRestart, 0),
        new(Backing.Sqlite, 1, Trouble.LossyNetwork, 0),
        new(Backing.Sqlite, 1, Trouble.LossyNetwork, 0),
        new(Backing.Broker, 2, Trouble.LossyNetwork, 0),
        new(Backing.Broker, 2, Trouble.LossyNetwork, 0),
        new(Backing.Broker, 2, Trouble.RollingNetwork, 0),
    ];

    /// <summary>The rounds of this run: the matrix once, or over and over until <c>HUB_CHAOS_ROUNDS</c> are done. <c>HUB_CHAOS_SEED</c> repeats a run;
    /// <c>HUB_CHAOS_ONLY</c> (such as <c>Broker 2 CutOff</c>) keeps the rounds whose name starts so.</summary>
    public static IReadOnlyList<RoundPlan> All { get; } = Make();

    /// <summary>Whether it is played with counterparts on the message network, and not with journals alone.</summary>
    public bool IsOnNetwork => Trouble is Trouble.LossyNetwork or Trouble.RollingNetwork;

    /// <inheritdoc/>
    public override string ToString() => $"{Backing} {Nodes} {Trouble} seed {Seed}";

    private static RoundPlan[] Make()
    {
        var only = Environment.GetEnvironmentVariable("HUB_CHAOS_ONLY") ?? "";
        var matrix = Matrix.Where(p => p.ToString().StartsWith(only, StringComparison.OrdinalIgnoreCase)).ToArray();
        var rounds = Number("HUB_CHAOS_ROUNDS") ?? matrix.Length;
        var seed = Number("HUB_CHAOS_SEED") ?? Random.Shared.Next(1, 100_000);
        return [.. Enumerable.Range(0, matrix.Length == 0 ? 0 : rounds).Select(i => matrix[i % matrix.Length] with { Seed = seed + i })];
    }

    private static int? Number(string variable) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), System.Globalization.CultureInfo.InvariantCulture, out var value) ? value : null;
}
