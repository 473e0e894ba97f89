using System.Text.Json;
using Hub.Core.Jose;

namespace Hub.Simulators.HelseId;

/// <summary>A health worker who has logged on: what a token for an end user says.</summary>
/// <param name="Pid">National id (<c>helseid://claims/identity/pid</c>).</param>
/// <param name="ClientId">The application that the user logged on to.</param>
/// <param name="Scopes">Scopes of the token; those of an API before the slash are its audience.</param>
public sealed record HelseIdUser(string Pid, string ClientId, IReadOnlyList<string> Scopes)
{
    /// <summary>Number in the register of health personnel; null for somebody who is not in it.</summary>
    public string? Hpr { get; init; }

    /// <summary>Level of the log-on; default 4, the only one that health data may be read with.</summary>
    public string SecurityLevel { get; init; } = "4";

    /// <summary>Name; null for none.</summary>
    public string? Name { get; init; }

    /// <summary>Organisation number of the legal entity; null for none.</summary>
    public string? OrgnrParent { get; init; }

    /// <summary>Organisation number of the unit; null for none.</summary>
    public string? OrgnrChild { get; init; }

    /// <summary>Audience; null = taken from the scopes.</summary>
    public string? Audience { get; init; }

    /// <summary>Key that the token is bound to; null = a bearer token.</summary>
    public PublicJwk? BoundTo { get; init; }

    /// <summary>Patient in the launch context (SMART <c>patient</c>); null for none.</summary>
    public string? Patient { get; init; }

    /// <summary>Encounter in the launch context (SMART <c>encounter</c>); null for none.</summary>
    public string? Encounter { get; init; }

    /// <summary>Roles of the user, claim <c>role</c>; empty for none.</summary>
    public IReadOnlyList<string> Roles { get; init; } = [];

    /// <summary>Further claims by name, such as <c>nhn:tillitsrammeverk:parameters</c>; they replace those of the same name.</summary>
    public IReadOnlyDictionary<string, JsonElement> Claims { get; init; } = new Dictionary<string, JsonElement>();

    /// <summary>Lifetime of the token; null = that of the server. May be negative, for a token that is over.</summary>
    public TimeSpan? Lifetime { get; init; }
}
