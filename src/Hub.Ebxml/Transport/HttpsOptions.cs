namespace Hub.Ebxml.Transport;

/// <summary>How messages are posted.</summary>
/// <param name="AllowPlainHttp">Whether <c>http:</c> is accepted, as between simulators. Default no.</param>
/// <param name="Timeout">Longest time for one exchange; null for 100 seconds.</param>
public sealed record HttpsOptions(bool AllowPlainHttp = false, TimeSpan? Timeout = null);
