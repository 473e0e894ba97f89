using Hub.Ebxml.Agreements;

namespace Hub.Ebxml.AddressRegister;

/// <summary>An address book in memory. Immutable; a new snapshot replaces it.</summary>
public sealed class AddressBook : IAddressBook
{
    private readonly SortedDictionary<int, CommunicationParty> _byHer = [];
    private readonly ILookup<string, CommunicationParty> _byAddress;
    private readonly ILookup<int, CommunicationParty> _byParent;
    private readonly ILookup<int, PartnerCertificate> _signing;

    /// <summary>Makes a book of entries. The last entry of a HER-id counts; of those before it only the signing certificates are remembered. An enterprise's own lists fill in parents that the entries leave out.</summary>
    /// <param name="parties">The entries.</param>
    public AddressBook(IEnumerable<CommunicationParty> parties)
    {
        var all = parties.ToList();
        foreach (var party in all)
            _byHer[party.Her] = party;
        _signing = all.Where(p => p.SigningCertificate is not null).ToLookup(p => p.Her, p => p.SigningCertificate!);
        foreach (var enterprise in _byHer.Values.ToList())
        {
            foreach (var her in enterprise.Services.Concat(enterprise.Persons))
            {
                if (_byHer.TryGetValue(her, out var below) && below.ParentHer is null)
                    _byHer[her] = below with { ParentHer = enterprise.Her };
            }
        }
        _byAddress = _byHer.Values.Where(p => p.EdiAddress is not null).ToLookup(p => p.EdiAddress!, StringComparer.OrdinalIgnoreCase);
        _byParent = _byHer.Values.Where(p => p.ParentHer is not null).ToLookup(p => p.ParentHer!.Value);
    }

    /// <summary>All entries in order of HER-id.</summary>
    public IReadOnlyCollection<CommunicationParty> All => _byHer.Values;

    /// <summary>The party with a HER-id.</summary>
    /// <param name="her">The HER-id.</param>
    /// <returns>The party, or null.</returns>
    public CommunicationParty? Find(int her) => _byHer.GetValueOrDefault(her);

    /// <summary>The certificates a party may have signed with: that of its entry, and those of its earlier entries while they are kept, since a resend carries the signature of the first send (HITS 1171).</summary>
    /// <param name="her">The HER-id.</param>
    /// <returns>The certificates; none when the party has none.</returns>
    public IReadOnlyList<PartnerCertificate> SigningCertificates(int her) => [.. _signing[her].Distinct()];

    /// <summary>The services and persons under an enterprise.</summary>
    /// <param name="enterpriseHer">HER-id of the enterprise.</param>
    /// <returns>Those that are known, in order of HER-id.</returns>
    public IReadOnlyList<CommunicationParty> Under(int enterpriseHer) => [.. _byParent[enterpriseHer]];

    /// <summary>A service under an enterprise, by its code or its name (service-based addressing, HIS 1153).</summary>
    /// <param name="enterpriseHer">HER-id of the enterprise.</param>
    /// <param name="codeOrName">Code of the service, else its name or display name without case.</param>
    /// <returns>The service; null when none or more than one fits.</returns>
    public CommunicationParty? Service(int enterpriseHer, string codeOrName)
    {
        var services = _byParent[enterpriseHer].Where(p => p.Level != PartyLevel.Person).ToList();
        var fitting = services.Where(p => p.Code == codeOrName).ToList();
        if (fitting.Count == 0)
        {
            fitting = services.Where(p => string.Equals(p.Name, codeOrName, StringComparison.OrdinalIgnoreCase)
                || string.Equals(p.DisplayName, codeOrName, StringComparison.OrdinalIgnoreCase)).ToList();
        }
        return fitting.Count == 1 ? fitting[0] : null;
    }

    /// <summary>The parties with a mail address.</summary>
    /// <param name="address">The address, compared without case.</param>
    /// <returns>The parties in order of HER-id.</returns>
    public IReadOnlyList<CommunicationParty> FindByEdiAddress(string address) => [.. _byAddress[address.Trim()]];

    /// <inheritdoc/>
    public ValueTask<CommunicationParty?> FindAsync(int her, CancellationToken cancellation) => new(Find(her));

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<CommunicationParty>> UnderAsync(int enterpriseHer, CancellationToken cancellation) => new(Under(enterpriseHer));

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<CommunicationParty>> FindByEdiAddressAsync(string address, CancellationToken cancellation) =>
        new(FindByEdiAddress(address));
}
