using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Hub.AcceptanceTests.Staging;

/// <summary>Everything a hub logs, down to debug level, kept to be looked at.</summary>
internal sealed class CapturedLogs : ILoggerProvider
{
    private readonly ConcurrentQueue<string> _lines = new();

    public string Text => string.Join(Environment.NewLine, _lines);

    /// <summary>Loggers as <c>hub run</c> has them, which leaves what the web server says below warning out.</summary>
    public ILoggerFactory Factory() =>
        LoggerFactory.Create(b => b.SetMinimumLevel(LogLevel.Debug).AddFilter("Microsoft", LogLevel.Warning).AddProvider(this));

    public ILogger CreateLogger(string categoryName) => new Line(_lines, categoryName);

    public void Dispose() => _lines.Enqueue("closed");

    private sealed class Line(ConcurrentQueue<string> lines, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue($"{logLevel} {category} {formatter(state, exception)} {exception}");
    }
}
