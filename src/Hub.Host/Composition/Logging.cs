using System.Globalization;
using Hub.Host.Configuration;
using Serilog;
using Serilog.Events;
using Serilog.Extensions.Logging;

namespace Hub.Host.Composition;

/// <summary>Loggers of the running hub: one line per entry on the console, and a file per day where the settings name one.</summary>
public static class Logging
{
    private const string Line = "{Timestamp:yyyy-MM-ddTHH:mm:ss.fffzzz} {Level:u3} {SourceContext} {Message:lj}{NewLine}{Exception}";

    /// <summary>Opens the loggers.</summary>
    /// <param name="settings">What is logged and where.</param>
    /// <returns>The factory; disposing it writes what is left.</returns>
    public static ILoggerFactory Open(LogSettings settings)
    {
        var logger = new LoggerConfiguration()
            .MinimumLevel.Is(Enum.Parse<LogEventLevel>(settings.Level, ignoreCase: true))
            .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)

            // A start that fails is thrown as well, and the command says why.
            .MinimumLevel.Override("Microsoft.Extensions.Hosting", LogEventLevel.Fatal)
            .WriteTo.Console(outputTemplate: Line, formatProvider: CultureInfo.InvariantCulture);
        if (settings.File is { } file)
            logger = logger.WriteTo.File(file, outputTemplate: Line, formatProvider: CultureInfo.InvariantCulture, rollingInterval: RollingInterval.Day, retainedFileCountLimit: 31);
        return new SerilogLoggerFactory(logger.CreateLogger(), dispose: true);
    }
}
