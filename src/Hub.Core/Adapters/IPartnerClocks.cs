namespace Hub.Core.Adapters;

/// <summary>Hears what time it is at partners, so that a clock that runs wrong is found before times in journals are.</summary>
public interface IPartnerClocks
{
    /// <summary>A partner's answer named its time.</summary>
    /// <param name="tenant">Tenant.</param>
    /// <param name="partner">Partner.</param>
    /// <param name="clock">The time it named (HTTP <c>Date</c>, RFC 9110 section 6.6.1: whole seconds).</param>
    void Saw(string tenant, string partner, DateTimeOffset clock);
}
