namespace Hub.Core.Tenants;

/// <summary>When somebody is alerted.</summary>
public sealed record AlertLimits
{
    /// <summary>How long a partner may be down; default 2 min.</summary>
    public TimeSpan PartnerDown { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>How long a delivery may wait to be sent; default 15 min.</summary>
    public TimeSpan QueueAge { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>How long a deadline may have passed without anybody looking at it; default 5 min.</summary>
    public TimeSpan DeadlineStuck { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>From how many dead letters of the last seven days on that nobody has acted on; default 1.</summary>
    public int DeadLetters { get; init; } = 1;

    /// <summary>How far a clock may be off; default 30 s.</summary>
    public TimeSpan ClockSkew { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long before its end a certificate is spoken of; default 30 days. A week before, it is critical.</summary>
    public TimeSpan CertificateExpiry { get; init; } = TimeSpan.FromDays(30);

    /// <summary>How long before its end a token of an operator is spoken of; default 14 days.</summary>
    public TimeSpan KeyExpiry { get; init; } = TimeSpan.FromDays(14);

    /// <summary>How long bodies may stay beyond their time; default 2 days.</summary>
    public TimeSpan RetentionBehind { get; init; } = TimeSpan.FromDays(2);

    /// <summary>How long an edit of a shared plan may wait for somebody to merge or dismiss it; default 3 days.</summary>
    public TimeSpan PlanConflict { get; init; } = TimeSpan.FromDays(3);

    /// <summary>These limits with some of them changed.</summary>
    /// <param name="tenant">What a tenant's file says; null for nothing.</param>
    /// <returns>The limits of the tenant.</returns>
    public AlertLimits With(TenantAlertLimits? tenant) => tenant is null ? this : this with
    {
        PartnerDown = tenant.PartnerDown ?? PartnerDown,
        QueueAge = tenant.QueueAge ?? QueueAge,
        DeadlineStuck = tenant.DeadlineStuck ?? DeadlineStuck,
        DeadLetters = tenant.DeadLetters ?? DeadLetters,
        ClockSkew = tenant.ClockSkew ?? ClockSkew,
        CertificateExpiry = tenant.CertificateExpiry ?? CertificateExpiry,
        KeyExpiry = tenant.KeyExpiry ?? KeyExpiry,
        RetentionBehind = tenant.RetentionBehind ?? RetentionBehind,
        PlanConflict = tenant.PlanConflict ?? PlanConflict,
    };
}

/// <summary>What a tenant's file says of <see cref="AlertLimits"/>; null where it says nothing.</summary>
public sealed record TenantAlertLimits
{
    /// <inheritdoc cref="AlertLimits.PartnerDown"/>
    public TimeSpan? PartnerDown { get; init; }

    /// <inheritdoc cref="AlertLimits.QueueAge"/>
    public TimeSpan? QueueAge { get; init; }

    /// <inheritdoc cref="AlertLimits.DeadlineStuck"/>
    public TimeSpan? DeadlineStuck { get; init; }

    /// <inheritdoc cref="AlertLimits.DeadLetters"/>
    public int? DeadLetters { get; init; }

    /// <inheritdoc cref="AlertLimits.ClockSkew"/>
    public TimeSpan? ClockSkew { get; init; }

    /// <inheritdoc cref="AlertLimits.CertificateExpiry"/>
    public TimeSpan? CertificateExpiry { get; init; }

    /// <inheritdoc cref="AlertLimits.KeyExpiry"/>
    public TimeSpan? KeyExpiry { get; init; }

    /// <inheritdoc cref="AlertLimits.RetentionBehind"/>
    public TimeSpan? RetentionBehind { get; init; }

    /// <inheritdoc cref="AlertLimits.PlanConflict"/>
    public TimeSpan? PlanConflict { get; init; }
}
