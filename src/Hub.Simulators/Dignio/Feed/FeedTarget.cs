namespace Hub.Simulators.Dignio;

/// <summary>Where a feed sends to.</summary>
/// <param name="Url">Address of the webhook: <c>http://host/in/{tenant}/{partner}</c>.</param>
/// <param name="Key">The partner's key.</param>
public sealed record FeedTarget(Uri Url, string Key);
