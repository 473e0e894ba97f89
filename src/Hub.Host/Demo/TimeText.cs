using System.Globalization;

namespace Hub.Host.Demo;

/// <summary>Short times for people.</summary>
internal static class TimeText
{
    /// <summary>Such as 12 ms or 3.4 s; empty for none.</summary>
    public static string Of(TimeSpan? time) => time switch
    {
        null => "",
        { TotalSeconds: >= 1 } t => string.Create(CultureInfo.InvariantCulture, $"{t.TotalSeconds:0.0} s"),
        { } t => string.Create(CultureInfo.InvariantCulture, $"{t.TotalMilliseconds:0} ms"),
    };
}
