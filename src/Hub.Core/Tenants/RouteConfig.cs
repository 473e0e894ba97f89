using Hub.Core.Content;

namespace Hub.Core.Tenants;

/// <summary>One route: which messages go to which partner in which form.</summary>
/// <param name="Name">Name within the tenant.</param>
/// <param name="From">Partners it listens to; empty = all.</param>
/// <param name="Content">The kind it takes.</param>
/// <param name="To">Partner it delivers to.</param>
/// <param name="As">Mapping that makes the document.</param>
public sealed record RouteConfig(string Name, IReadOnlyList<string> From, ContentKind Content, string To, string As)
{
    /// <summary>What else must hold.</summary>
    public RouteFilter When { get; init; } = RouteFilter.Everything;

    /// <summary>Purposes the patient must have consented to; empty = none.</summary>
    public IReadOnlyList<string> Requires { get; init; } = [];

    /// <summary>How failures are retried.</summary>
    public RetryConfig Retry { get; init; } = RetryConfig.Default;

    /// <summary>What a dead letter does to the patient's lane.</summary>
    public DeadLetterPolicy OnDeadLetter { get; init; } = DeadLetterPolicy.Continue;

    /// <summary>False switches the route off without taking it out.</summary>
    public bool Enabled { get; init; } = true;
}

/// <summary>Conditions of a route; all that are set must hold.</summary>
/// <param name="Triage">Traffic lights it takes; null = the default of the pilots: yellow and red for notes and questionnaires, all for the rest.</param>
/// <param name="Categories">Measurement kinds, note categories, alert codes or form ids it takes; null = all.</param>
public sealed record RouteFilter(IReadOnlySet<Triage>? Triage, IReadOnlySet<string>? Categories)
{
    /// <summary>Parties one of which must be responsible for the patient when the message is taken in; null = whoever is.</summary>
    public IReadOnlySet<string>? Responsible { get; init; }

    /// <summary>No condition beyond the default triage.</summary>
    public static RouteFilter Everything { get; } = new(null, null);
}

/// <summary>What a dead letter does to the patient's lane at that partner.</summary>
public enum DeadLetterPolicy
{
    /// <summary>The lane goes on with the next message (default): one fault does not keep later values from the treaters.</summary>
    Continue,

    /// <summary>The lane waits until an operator has redelivered or discarded.</summary>
    Park,
}
