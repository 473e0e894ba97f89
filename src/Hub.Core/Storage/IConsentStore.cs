namespace Hub.Core.Storage;

/// <summary>The consent register: per tenant, patient and purpose, with history.</summary>
public interface IConsentStore
{
    /// <summary>The purposes a patient has consented to right now.</summary>
    /// <param name="tenant">Tenant.</param>
    /// <param name="patientKey">Keyed hash of the patient.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>Granted purposes.</returns>
    Task<IReadOnlySet<string>> GrantedAsync(string tenant, Guid patientKey, CancellationToken cancel);

    /// <summary>Sets or withdraws a consent, and writes <c>consent.give</c> or <c>consent.withdraw</c> in the audit log in the same transaction. The history is kept.</summary>
    /// <param name="change">The change.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>When durable.</returns>
    Task SetAsync(ConsentChange change, CancellationToken cancel);
}

/// <summary>A consent given or withdrawn.</summary>
/// <param name="Tenant">Tenant.</param>
/// <param name="PatientKey">Keyed hash of the patient.</param>
/// <param name="Purpose">Purpose as routes name it.</param>
/// <param name="Granted">True when given, false when withdrawn.</param>
/// <param name="At">When.</param>
/// <param name="By">Who registered it: operator or partner name.</param>
public sealed record ConsentChange(string Tenant, Guid PatientKey, string Purpose, bool Granted, DateTimeOffset At, string By);
