using Hub.Core.Tenants;
using Hub.Host.Configuration;

namespace Hub.Host.Security;

/// <summary>Who calls, as the key says.</summary>
public abstract record Caller
{
    private Caller()
    {
    }

    /// <summary>Name in the audit log.</summary>
    public abstract string Name { get; }

    /// <summary>A partner of a tenant.</summary>
    /// <param name="Tenant">The tenant.</param>
    /// <param name="Config">The partner; its <see cref="PartnerConfig.Inbound"/> is set.</param>
    /// <param name="Gate">Bounds its rate.</param>
    public sealed record Partner(TenantConfig Tenant, PartnerConfig Config, RateGate Gate) : Caller
    {
        /// <inheritdoc/>
        public override string Name => $"{Tenant.Name}/{Config.Name}";
    }

    /// <summary>A vendor that sends for many tenants.</summary>
    /// <param name="Settings">Its connection.</param>
    /// <param name="Gate">Bounds its rate.</param>
    public sealed record Connection(ConnectionSettings Settings, RateGate Gate) : Caller
    {
        /// <inheritdoc/>
        public override string Name => $"connection:{Settings.Name}";
    }

    /// <summary>Somebody at the operators' API.</summary>
    /// <param name="OperatorName">Name in hub.yaml, or of the token.</param>
    public sealed record Operator(string OperatorName) : Caller
    {
        /// <summary>What it may do.</summary>
        public OperatorRole Role { get; init; }

        /// <summary>How far it reaches.</summary>
        public Scope Scope { get; init; } = Scope.All;

        /// <summary>Whether it holds a token rather than a key of hub.yaml.</summary>
        public bool HoldsToken { get; init; }

        /// <inheritdoc/>
        public override string Name => HoldsToken ? $"token:{OperatorName}" : $"operator:{OperatorName}";
    }
}
