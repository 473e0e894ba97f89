using Microsoft.Extensions.Logging;

namespace Hub.Delivery.Observability;

/// <summary>Every log line of the project, by event id: 21xx intake, 22xx deliveries, 23xx partners, 24xx ownership, 25xx broker. No patient, no content.</summary>
internal static partial class Log
{
    [LoggerMessage(2101, LogLevel.Warning, "The database is away: {Reason} Requests are told to come again and deliveries wait ({Seconds} s, {Failures} failures so far)")]
    public static partial void StoreAway(ILogger logger, string reason, double seconds, int failures);

    [LoggerMessage(2104, LogLevel.Information, "The database is back after {Seconds} s")]
    public static partial void StoreBack(ILogger logger, double seconds);

    [LoggerMessage(2102, LogLevel.Error, "A group of {Requests} requests could not be stored; each is tried by itself")]
    public static partial void IntakeGroupFailed(ILogger logger, Exception exception, int requests);

    [LoggerMessage(2103, LogLevel.Error, "A request of {Tenant}/{Partner} could not be stored")]
    public static partial void IntakeFailed(ILogger logger, Exception exception, string tenant, string partner);

    [LoggerMessage(2201, LogLevel.Error, "A defect in {What} for {Tenant}/{Partner} at delivery {Delivery}")]
    public static partial void Defect(ILogger logger, Exception exception, string what, string tenant, string partner, string delivery);

    [LoggerMessage(2203, LogLevel.Error, "A group of {Outcomes} outcomes could not be written; each is tried by itself")]
    public static partial void OutcomeGroupFailed(ILogger logger, Exception exception, int outcomes);

    [LoggerMessage(2204, LogLevel.Error, "The outcome of delivery {Delivery} could not be written; its lane is read again later")]
    public static partial void OutcomeFailed(ILogger logger, Exception exception, string delivery);

    [LoggerMessage(2205, LogLevel.Warning, "Delivery {Delivery} to {Tenant}/{Partner} is a dead letter: {Code}")]
    public static partial void DeadLetter(ILogger logger, string delivery, string tenant, string partner, string code);

    [LoggerMessage(2206, LogLevel.Warning, "{What} failed and is tried again: {Reason} ({Failures} so far)")]
    public static partial void Unavailable(ILogger logger, string what, string reason, int failures);

    [LoggerMessage(2207, LogLevel.Error, "{What} failed and is tried again ({Failures} so far)")]
    public static partial void LoopFailed(ILogger logger, Exception exception, string what, int failures);

    [LoggerMessage(2208, LogLevel.Warning, "Stopped with {InFlight} deliveries in flight and {Outcomes} outcomes not written; they will be sent again")]
    public static partial void StoppedEarly(ILogger logger, int inFlight, int outcomes);

    [LoggerMessage(2301, LogLevel.Warning, "Partner {Tenant}/{Partner} is down; its deliveries wait, and it is probed until it is back ({Seconds} s, went down {Times} times so far)")]
    public static partial void PartnerDown(ILogger logger, string tenant, string partner, double seconds, int times);

    [LoggerMessage(2302, LogLevel.Information, "Partner {Tenant}/{Partner} is back after {Seconds} s")]
    public static partial void PartnerBack(ILogger logger, string tenant, string partner, double seconds);

    [LoggerMessage(2401, LogLevel.Information, "Took {Count} partitions")]
    public static partial void Took(ILogger logger, int count);

    [LoggerMessage(2402, LogLevel.Information, "Gave up {Count} partitions: {Reason}")]
    public static partial void GaveUp(ILogger logger, int count, string reason);

    [LoggerMessage(2501, LogLevel.Information, "Connected to the broker")]
    public static partial void BrokerConnected(ILogger logger);

    [LoggerMessage(2502, LogLevel.Warning, "The broker is away: {Reason} ({Seconds} s, {Failures} failures so far); deliveries go on from the database")]
    public static partial void BrokerLost(ILogger logger, string reason, double seconds, int failures);
}
