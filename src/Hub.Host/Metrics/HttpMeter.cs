using System.Diagnostics.Metrics;
using Hub.Adapters.Ebxml.Receiving;

namespace Hub.Host.Metrics;

/// <summary>What the partner faces measure.</summary>
public sealed class HttpMeter : IDisposable
{
    private readonly Meter _meter = new("Hub.Host");
    private readonly Counter<long> _answers;
    private readonly Counter<long> _mail;

    /// <summary>Publishes the instruments.</summary>
    public HttpMeter()
    {
        _answers = _meter.CreateCounter<long>("hub.http.answers", "{answer}", "Answers by face and HTTP status");
        _mail = _meter.CreateCounter<long>("hub.mail.taken", "{mail}", "Mails taken from a tenant's mailbox, by what became of them");
    }

    /// <summary>Counts an answer.</summary>
    /// <param name="face">Name of the face: webhook, vkp or ebxml.</param>
    /// <param name="status">HTTP status.</param>
    public void Answered(string face, int status) => _answers.Add(1, new("face", face), new("status", status));

    /// <summary>Counts a mail.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="status">What became of it.</param>
    public void MailTaken(string tenant, DeskStatus status) => _mail.Add(1, new("tenant", tenant), new("status", status.ToString().ToLowerInvariant()));

    /// <inheritdoc/>
    public void Dispose() => _meter.Dispose();
}
