namespace Hub.Host.Reading;

/// <summary>Names of parameters as they may be repeated in an error.</summary>
internal static class SafeName
{
    private const int Longest = 30;

    /// <summary>The name, or a word for it: what a caller made up could be anything, also a number.</summary>
    /// <param name="name">The name as sent.</param>
    /// <returns>A name that says nothing about anybody.</returns>
    public static string Of(string name) => name.Length <= Longest && name.All(c => char.IsAsciiLetter(c) || c is '_' or '-' or '.' or ':' or '$') ? name : "parameter";
}
