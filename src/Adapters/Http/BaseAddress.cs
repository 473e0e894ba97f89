namespace Hub.Adapters.Http;

/// <summary>Addresses under a partner's base address.</summary>
public static class BaseAddress
{
    /// <summary>The address of a path under the base, whether or not the base ends in a slash.</summary>
    /// <param name="root">The base address.</param>
    /// <param name="path">Path without leading slash.</param>
    /// <returns>The address.</returns>
    public static Uri Join(Uri root, string path) => new($"{root.AbsoluteUri.TrimEnd('/')}/{path}");
}
