using Hub.Core.Errors;
using Hub.Core.Tenants;
using Hub.Host.Configuration;

namespace Hub.Host.Security.Tls;

/// <summary>The certificate of the hub's https addresses, as it is in its files now. They are looked at when a caller comes or health is asked for, as often as tenant files; one that cannot be used changes nothing and is told.</summary>
internal sealed partial class ServerCertificates
{
    private readonly TlsSettings _settings;
    private readonly ISecretReader _secrets;
    private readonly TimeProvider _time;
    private readonly TimeSpan _every;
    private readonly ILogger _logger;
    private readonly Lock _reading = new();
    private volatile ServerCertificate _current;
    private volatile HubError? _fault;
    private long _readAt;

    private ServerCertificates(ServerCertificate first, TlsSettings settings, ISecretReader secrets, TimeProvider time, TimeSpan every, ILogger logger)
    {
        (_current, _settings, _secrets, _time, _every, _logger) = (first, settings, secrets, time, every, logger);
        _readAt = time.GetTimestamp();
    }

    /// <summary>Reads the files for the first time.</summary>
    /// <param name="settings">Where they are.</param>
    /// <param name="secrets">Reads the key.</param>
    /// <param name="time">The clock.</param>
    /// <param name="every">How often they are looked at.</param>
    /// <param name="logger">Told of a change, and of one that cannot be used.</param>
    /// <returns>The certificate, or why the hub cannot listen.</returns>
    public static Result<ServerCertificates> Open(TlsSettings settings, ISecretReader secrets, TimeProvider time, TimeSpan every, ILogger logger)
    {
        var read = CertificateFile.Read(settings, secrets);
        return read.IsOk ? new ServerCertificates(read.Value, settings, secrets, time, every, logger) : read.Errors[0];
    }

    /// <summary>Why the files as they are now are not used; null when they are.</summary>
    public HubError? Fault
    {
        get
        {
            _ = Current;
            return _fault;
        }
    }

    /// <summary>The certificate to show now.</summary>
    public ServerCertificate Current
    {
        get
        {
            if (_time.GetElapsedTime(Volatile.Read(ref _readAt)) < _every || !_reading.TryEnter())
                return _current;
            try
            {
                Look();
            }
            finally
            {
                _reading.Exit();
            }

            return _current;
        }
    }

    private void Look()
    {
        Volatile.Write(ref _readAt, _time.GetTimestamp());
        var read = CertificateFile.Read(_settings, _secrets);
        if (!read.IsOk)
        {
            if (_fault?.ToString() != read.Errors[0].ToString())
                NotUsed(read.Errors[0].ToString());
            _fault = read.Errors[0];
            return;
        }

        _fault = null;
        if (read.Value.Prints == _current.Prints)
            return;

        // The one before is left to handshakes that are under way.
        _current = read.Value;
        Renewed(_current.Ends.UtcDateTime);
    }

    [LoggerMessage(1231, LogLevel.Information, "The certificate of the https addresses was renewed; it ends {Ends:yyyy-MM-dd}")]
    private partial void Renewed(DateTime ends);

    [LoggerMessage(1232, LogLevel.Warning, "The files of the certificate cannot be used, and the one before is still shown: {Fault}")]
    private partial void NotUsed(string fault);
}
