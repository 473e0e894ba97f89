using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace Hub.Simulators.Dignio;

/// <summary>The bytes of one connection's posts: written once, and patched in place for every event.</summary>
internal sealed class LoadRequest
{
    private const string Id = "000000000";
    private const string Patient = "PPPPPPPPPPP";
    private const string Value = "VV";
    private const string Time = "2000-01-01T00:00:00+00:00";

    private readonly byte[] _bytes;
    private readonly int _id;
    private readonly int _patient;
    private readonly int _value;
    private readonly int _time;

    public LoadRequest(FeedTarget target, string prefix)
    {
        var body = $$$"""{"eventId":"{{{prefix}}}-{{{Id}}}","type":"measurement","patient":{"nationalId":"{{{Patient}}}"},"occurredAt":"{{{Time}}}","triage":"green","measurement":{"kind":"oxygen-saturation","value":{{{Value}}},"unit":"%"}}""";
        var head = $"POST {target.Url.PathAndQuery} HTTP/1.1\r\nHost: {target.Url.Authority}\r\nAuthorization: Bearer {target.Key}\r\nContent-Type: application/json\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n";
        _bytes = Encoding.UTF8.GetBytes(head + body);
        var at = Encoding.UTF8.GetByteCount(head);
        _id = Find($"-{Id}\"", at) + 1;
        _patient = Find(Patient, at);
        _value = Find(Value, at);
        _time = Find(Time, at);
    }

    public ReadOnlyMemory<byte> Of(int number, string nationalId, DateTimeOffset now)
    {
        Utf8Formatter.TryFormat(number, _bytes.AsSpan(_id), out _, new('D', 9));
        Encoding.ASCII.GetBytes(nationalId, _bytes.AsSpan(_patient));
        Utf8Formatter.TryFormat(88 + (number % 12), _bytes.AsSpan(_value), out _);
        now.ToUniversalTime().TryFormat(_bytes.AsSpan(_time), out _, "yyyy-MM-dd'T'HH:mm:ss'+00:00'", CultureInfo.InvariantCulture);
        return _bytes;
    }

    private int Find(string text, int from) => from + _bytes.AsSpan(from).IndexOf(Encoding.UTF8.GetBytes(text));
}
