namespace Hub.Kith.Types;

/// <summary>A code whose list is fixed by where it stands (KITH data type CS).</summary>
/// <param name="V">The code; <see langword="null"/> when the attribute is absent.</param>
/// <param name="DN">The code's text as the sender showed it.</param>
public sealed record CS(string? V, string? DN = null);
