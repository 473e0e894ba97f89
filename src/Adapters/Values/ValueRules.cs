using System.Collections.Frozen;
using Hub.Fhir.Terminology;

namespace Hub.Adapters.Values;

/// <summary>The rules of every kind and part, made once.</summary>
internal static class ValueRules
{
    private static readonly FrozenDictionary<string, ValueRule> Kinds = Measurements.All.ToFrozenDictionary(t => t.Name, t => ValueRule.For(t));

    private static readonly FrozenDictionary<(string Kind, string Part), ValueRule> Parts = Measurements.All
        .SelectMany(t => t.Components.Select(c => (Key: (t.Name, c.Name), Rule: ValueRule.For(t, c))))
        .ToFrozenDictionary(p => p.Key, p => p.Rule);

    /// <summary>The rule of a kind.</summary>
    public static ValueRule Of(string kind) => Kinds.GetValueOrDefault(kind, ValueRule.Any);

    /// <summary>The rule of a part; null when the kind has no such part.</summary>
    public static ValueRule? Of(string kind, string part) => Parts.GetValueOrDefault((kind, part));
}
