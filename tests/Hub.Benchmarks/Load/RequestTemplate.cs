using System.Globalization;
using System.Text;

namespace Hub.Benchmarks.Load;

/// <summary>An HTTP/1.1 request whose body has places of fixed width for a serial number and a patient: patched in place, so that making load costs next to nothing.</summary>
public sealed class RequestTemplate
{
    /// <summary>Stands for a serial number in the body.</summary>
    public const string SerialMark = "{SERIAL0000}";

    /// <summary>Stands for an eleven-digit national id in the body.</summary>
    public const string PatientMark = "{PATIENT00}";

    private readonly byte[] _bytes;
    private readonly int[] _serials;
    private readonly int[] _patients;

    public RequestTemplate(Uri target, string? key, string body, string mediaType = "application/json")
    {
        var head = new StringBuilder()
            .Append(CultureInfo.InvariantCulture, $"POST {target.PathAndQuery} HTTP/1.1\r\nHost: {target.Authority}\r\n")
            .Append(CultureInfo.InvariantCulture, $"Content-Type: {mediaType}\r\n")
            .Append(key is null ? "" : $"Authorization: Bearer {key}\r\n")
            .Append(CultureInfo.InvariantCulture, $"Content-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n");
        _bytes = Encoding.UTF8.GetBytes(head + body);
        _serials = Places(SerialMark);
        _patients = Places(PatientMark);
    }

    public int Length => _bytes.Length;

    public void Write(Span<byte> into, long serial, ReadOnlySpan<byte> patient)
    {
        _bytes.CopyTo(into);
        foreach (var place in _serials)
        {
            var rest = serial;
            for (var i = SerialMark.Length - 1; i >= 0; i--, rest /= 10)
                into[place + i] = (byte)('0' + (rest % 10));
        }

        foreach (var place in _patients)
            patient.CopyTo(into[place..]);
    }

    private int[] Places(string mark)
    {
        var needle = Encoding.ASCII.GetBytes(mark);
        var places = new List<int>();
        for (var at = 0; ;)
        {
            var found = _bytes.AsSpan(at).IndexOf(needle);
            if (found < 0)
                return [.. places];
            places.Add(at + found);
            at += found + needle.Length;
        }
    }
}
