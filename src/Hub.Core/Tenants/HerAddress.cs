namespace Hub.Core.Tenants;

/// <summary>Where a partner is in the address register of the national message network.</summary>
/// <param name="Enterprise">HER-id of the enterprise (level 1).</param>
/// <param name="Service">HER-id of the service or person that is written to (level 2), null when the enterprise itself is.</param>
public sealed record HerAddress(int Enterprise, int? Service)
{
    /// <summary>The communication party: the service when there is one (HIS 1153).</summary>
    public int Party => Service ?? Enterprise;
}
