namespace Hub.Delivery;

/// <summary>How a node works. The defaults suit a machine with two cores; the names are those of <c>hub.yaml</c>.</summary>
public sealed record DeliverySettings
{
    /// <summary>Name of this node, unique among the nodes on one database.</summary>
    public required string Node { get; init; }

    /// <summary>Address of RabbitMQ (<c>amqp://user:password@host:port/vhost</c>); null for none.</summary>
    public string? RabbitMq { get; init; }

    /// <summary>Start of every queue and exchange name; default <c>hub</c>.</summary>
    public string Prefix { get; init; } = "hub";

    /// <summary>Requests that may wait for the intake writer before callers are told that the hub is full; default 8,192.</summary>
    public int IntakeQueue { get; init; } = 8192;

    /// <summary>Bytes that may wait for the intake writer; default 64 MiB.</summary>
    public long IntakeQueueBytes { get; init; } = 64 * 1024 * 1024;

    /// <summary>Messages in one intake transaction; default 500.</summary>
    public int IntakeGroup { get; init; } = 500;

    /// <summary>Bytes in one intake transaction; default 4 MiB.</summary>
    public int IntakeGroupBytes { get; init; } = 4 * 1024 * 1024;

    /// <summary>Deliveries of one destination that are kept in memory; default 2,000. The rest waits in the database.</summary>
    public int DestinationMemory { get; init; } = 2000;

    /// <summary>Bytes of one destination that are kept in memory, about; default 16 MiB.</summary>
    public long DestinationBytes { get; init; } = 16 * 1024 * 1024;

    /// <summary>Bytes of all destinations that are kept in memory, about; default 64 MiB.</summary>
    public long NodeBytes { get; init; } = 64 * 1024 * 1024;

    /// <summary>Deliveries of all destinations that are kept in memory; default 40,000.</summary>
    public int NodeMemory { get; init; } = 40_000;

    /// <summary>Deliveries of one lane that are kept in memory; default 64.</summary>
    public int LaneMemory { get; init; } = 64;

    /// <summary>Deliveries read from the database at once; default 500.</summary>
    public int Page { get; init; } = 500;

    /// <summary>Outcomes that may wait to be written before senders pause; default 8,192.</summary>
    public int OutcomeQueue { get; init; } = 8192;

    /// <summary>Outcomes in one transaction; default 500.</summary>
    public int OutcomeGroup { get; init; } = 500;

    /// <summary>A lane that waits longer than this for its next try is taken out of memory; default 2 s.</summary>
    public TimeSpan ThinAfter { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>How long a stop waits for what is in flight; default 10 s.</summary>
    public TimeSpan StopWithin { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How lately a node must have been seen to count as alive; default 3 s.</summary>
    public TimeSpan AliveWithin { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>Time between polls of ownership where there is no broker; default 250 ms.</summary>
    public TimeSpan OwnershipPoll { get; init; } = TimeSpan.FromMilliseconds(250);
}
