namespace Hub.Store.Text;

/// <summary>Instants as stored: microseconds since 1970 in UTC, the finest step both databases share.</summary>
internal static class Micros
{
    public static long Of(DateTimeOffset at) => (at.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond;

    public static DateTimeOffset Time(long micros) => DateTimeOffset.UnixEpoch.AddTicks(micros * TimeSpan.TicksPerMicrosecond);
}
