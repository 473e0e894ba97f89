namespace Hub.ChaosTests.Rounds;

/// <summary>What is done to a cluster under load.</summary>
public enum Trouble
{
    /// <summary>SIGKILL of a node, which is started again after a moment; twice.</summary>
    KillNode,

    /// <summary>SIGKILL of the last node, which never comes back: the others carry on.</summary>
    LoseNode,

    /// <summary>SIGKILL of all nodes at once.</summary>
    KillAll,

    /// <summary>SIGKILL of PostgreSQL.</summary>
    KillPostgres,

    /// <summary>SIGKILL of RabbitMQ.</summary>
    KillBroker,

    /// <summary>RabbitMQ loses everything it knew.</summary>
    WipeBroker,

    /// <summary>One node cannot reach RabbitMQ and still reaches PostgreSQL.</summary>
    CutOff,

    /// <summary>The journal fails, is slow, and cuts connections after the effect; a node is killed too.</summary>
    BadReceiver,

    /// <summary>Each node in turn is stopped in order and started again; twice.</summary>
    RollingRestart,

    /// <summary>The message network loses three in ten messages both ways, doubles and delays others, the counterparts are started anew, and nodes are killed.</summary>
    LossyNetwork,

    /// <summary>Each node in turn is stopped in order and started again, once, while counterparts on the message network write to whichever is ready and are written to.</summary>
    RollingNetwork,
}
