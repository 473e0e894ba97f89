using System.Text.Json;
using Hub.Core.Jose;

namespace Hub.Simulators.HelseId;

/// <summary>A user to log on, as the back door <c>POST /_sim/user-token</c> takes it: the members of <see cref="HelseIdUser"/>, the scopes as one text, the key as a JWK.</summary>
internal sealed record HelseIdUserRequest(string? Pid, string? ClientId, string? Scope)
{
    public string? Hpr { get; init; }

    public string? SecurityLevel { get; init; }

    public string? Name { get; init; }

    public string? OrgnrParent { get; init; }

    public string? OrgnrChild { get; init; }

    public string? Audience { get; init; }

    public string? Patient { get; init; }

    public string? Encounter { get; init; }

    public IReadOnlyList<string>? Roles { get; init; }

    public Dictionary<string, JsonElement>? Claims { get; init; }

    public JsonElement? Jwk { get; init; }

    public HelseIdUser? ToUser() => Pid is null || ClientId is null ? null : new HelseIdUser(Pid, ClientId, (Scope ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries))
    {
        Hpr = Hpr,
        SecurityLevel = SecurityLevel ?? "4",
        Name = Name,
        OrgnrParent = OrgnrParent,
        OrgnrChild = OrgnrChild,
        Audience = Audience,
        Patient = Patient,
        Encounter = Encounter,
        Roles = Roles ?? [],
        Claims = Claims ?? [],
        BoundTo = Jwk is { } jwk ? PublicJwk.Read(jwk) : null,
    };
}
