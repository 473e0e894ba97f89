namespace Hub.Kith.Types;

/// <summary>A telephone number or other address of telecommunication.</summary>
/// <param name="TypeTelecom">Kind, list 9061.</param>
/// <param name="TeleAddress">URL: <c>tel:</c>, <c>fax:</c>, <c>mailto:</c>; no blanks. <see langword="null"/> when the attribute is absent.</param>
public sealed record TeleCom(CS? TypeTelecom, string? TeleAddress);
