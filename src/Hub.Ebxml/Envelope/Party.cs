namespace Hub.Ebxml.Envelope;

/// <summary>Sender or receiver of an ebXML message, at the level of a service or a person in the address register.</summary>
/// <param name="Ids">All identifiers in the order written; at most one per type (HITS 1172).</param>
/// <param name="Role">The party's role in the process; mandatory on business messages, absent on signals by HITS 1171 but accepted there.</param>
public sealed record Party(IReadOnlyList<PartyId> Ids, string? Role)
{
    /// <summary>The HER-id, or null when there is none or it is not digits.</summary>
    public int? Her
    {
        get
        {
            foreach (var id in Ids)
            {
                if (id.Type == PartyId.HerType && int.TryParse(id.Value, System.Globalization.NumberStyles.None,
                    System.Globalization.CultureInfo.InvariantCulture, out var number))
                    return number;
            }

            return null;
        }
    }

    /// <summary>A party known by its HER-id alone.</summary>
    /// <param name="her">The HER-id.</param>
    /// <param name="role">The role; null on signals.</param>
    public static Party OfHer(int her, string? role = null) =>
        new([new PartyId(PartyId.HerType, her.ToString(System.Globalization.CultureInfo.InvariantCulture))], role);

    /// <inheritdoc />
    public bool Equals(Party? other) => other is not null && Role == other.Role && Ids.SequenceEqual(other.Ids);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Role, Ids.Count, Ids.Count > 0 ? Ids[0] : null);
}
