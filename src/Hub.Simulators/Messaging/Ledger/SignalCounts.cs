namespace Hub.Simulators.Messaging;

/// <summary>How many messages of the message service itself went by.</summary>
public sealed record SignalCounts
{
    /// <summary>Acknowledgments received that fit a message sent.</summary>
    public int AcksReceived { get; init; }

    /// <summary>Error lists received.</summary>
    public int ErrorsReceived { get; init; }

    /// <summary>Acknowledgments made.</summary>
    public int AcksMade { get; init; }

    /// <summary>Error lists made.</summary>
    public int ErrorsMade { get; init; }

    /// <summary>Repeated messages answered with the stored answer.</summary>
    public int Repeats { get; init; }

    /// <summary>Pongs received.</summary>
    public int Pongs { get; init; }

    /// <summary>Status answers received.</summary>
    public int Statuses { get; init; }

    /// <summary>SOAP Faults made.</summary>
    public int SoapFaults { get; init; }
}
