using Microsoft.Extensions.Logging;

namespace Hub.Delivery.Observability;

/// <summary>Every log line of the project, by event id: 21xx intake, 22xx deliveries, 23xx partners, 24xx ownership, 25xx broker. No patient, no content.</summary>
internal static partial class Log
{
    [LoggerMessage(2101, LogLevel.Warning, "The database is away; {Requests} requests were told to come again")]
    public static partial void IntakeStoreDown(ILogger logger, Exception exception, int requests);

    [LoggerMessage(2102, LogLevel.Error, "A group of {Requests} requests could not be stored; each is tried by itself")]
    public static partial void IntakeGroupFailed(ILogger logger, Exception exception, int requests);

    [LoggerMessage(2103, LogLevel.Error, "A request of {Tenant}/{Partner} could not be stored")]
    public static partial void IntakeFailed(ILogger logger, Exception exception, string tenant, string partner);

    [LoggerMessage(2201, LogLevel.Error, "A defect in {What} for {Tenant}/{Partner} at delivery {Delivery}")]
    public static partial void Defect(ILogger logger, Exception exception, string what, string tenant, string partner, string delivery);

    [LoggerMessage(2202, LogLevel.Warning, "The database is away; {Outcomes} outcomes wait to be written")]
    public static partial void OutcomesWait(ILogger logger, Exception exception, int outcomes);

    [LoggerMessage(2203, LogLevel.Error, "A group of {Outcomes} outcomes could not be written; each is tried by itself")]
    public static partial void OutcomeGroupFailed(ILogger logger, Exception exception, int outcomes);

    [LoggerMessage(2204, LogLevel.Error, "The outcome of delivery {Delivery} could not be written; its lane is read again later")]
    public static partial void OutcomeFailed(ILogger logger, Exception exception, string delivery);

    [LoggerMessage(2205, LogLevel.Warning, "Delivery {Delivery} to {Tenant}/{Partner} is a dead letter: {Code}")]
    public static partial void DeadLetter(ILogger logger, string delivery, string tenant, string partner, string code);

    [LoggerMessage(2206, LogLevel.Warning, "Work of {Tenant}/{Partner} could not be read; tried again")]
    public static partial void ReadFailed(ILogger logger, Exception exception, string tenant, string partner);

    [LoggerMessage(2207, LogLevel.Warning, "The pump could not look for work; tried again")]
    public static partial void PumpFailed(ILogger logger, Exception exception);

    [LoggerMessage(2208, LogLevel.Warning, "Stopped with {InFlight} deliveries in flight and {Outcomes} outcomes not written; they will be sent again")]
    public static partial void StoppedEarly(ILogger logger, int inFlight, int outcomes);

    [LoggerMessage(2301, LogLevel.Warning, "Partner {Tenant}/{Partner} is down; probed again in {Seconds} s")]
    public static partial void CircuitOpened(ILogger logger, string tenant, string partner, double seconds);

    [LoggerMessage(2302, LogLevel.Information, "Partner {Tenant}/{Partner} is back")]
    public static partial void CircuitClosed(ILogger logger, string tenant, string partner);

    [LoggerMessage(2401, LogLevel.Information, "Took {Count} partitions")]
    public static partial void Took(ILogger logger, int count);

    [LoggerMessage(2402, LogLevel.Information, "Gave up {Count} partitions: {Reason}")]
    public static partial void GaveUp(ILogger logger, int count, string reason);

    [LoggerMessage(2403, LogLevel.Warning, "Ownership could not be looked after; tried again")]
    public static partial void OwnershipFailed(ILogger logger, Exception exception);

    [LoggerMessage(2501, LogLevel.Information, "Connected to the broker")]
    public static partial void BrokerConnected(ILogger logger);

    [LoggerMessage(2502, LogLevel.Warning, "The broker is away: {Reason}")]
    public static partial void BrokerLost(ILogger logger, string reason);

    [LoggerMessage(2503, LogLevel.Warning, "Publishing failed: {Reason}")]
    public static partial void PublishFailed(ILogger logger, string reason);
}
