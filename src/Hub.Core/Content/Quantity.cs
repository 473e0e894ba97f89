namespace Hub.Core.Content;

/// <summary>A number with its unit. The decimal keeps its digits: 7.0 stays 7.0.</summary>
/// <param name="Value">The number.</param>
/// <param name="Unit">UCUM code of the unit, such as <c>mm[Hg]</c>; <c>1</c> when there is none.</param>
/// <param name="DisplayUnit">The unit as people write it; null when it is the UCUM code.</param>
/// <param name="Comparator">One of &lt;, &lt;=, &gt;=, &gt; when the device only knew a bound; otherwise null.</param>
public sealed record Quantity(decimal Value, string Unit, string? DisplayUnit = null, string? Comparator = null);
