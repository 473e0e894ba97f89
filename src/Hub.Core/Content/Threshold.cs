namespace Hub.Core.Content;

/// <summary>One of the patient's own limits: within [Low, High] the value means <paramref name="Level"/>.</summary>
/// <param name="Level">What a value in this range means; <see cref="Triage.None"/> for a plain reference range.</param>
/// <param name="Low">Lower bound, inclusive; null when open.</param>
/// <param name="High">Upper bound, inclusive; null when open.</param>
/// <param name="Text">The source's own words for the range, null when it had none.</param>
public sealed record Threshold(Triage Level, Quantity? Low, Quantity? High, string? Text = null);
