using System.Diagnostics.Metrics;

namespace Hub.Host.Metrics;

/// <summary>What the partner faces measure.</summary>
public sealed class HttpMeter : IDisposable
{
    private readonly Meter _meter = new("Hub.Host");
    private readonly Counter<long> _answers;

    /// <summary>Publishes the instruments.</summary>
    public HttpMeter() => _answers = _meter.CreateCounter<long>("hub.http.answers", "{answer}", "Answers by face and HTTP status");

    /// <summary>Counts an answer.</summary>
    /// <param name="face">Name of the face: webhook or vkp.</param>
    /// <param name="status">HTTP status.</param>
    public void Answered(string face, int status) => _answers.Add(1, new("face", face), new("status", status));

    /// <inheritdoc/>
    public void Dispose() => _meter.Dispose();
}
