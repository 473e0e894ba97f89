namespace Hub.Ebxml.AddressRegister;

/// <summary>Look-up of communication parties: from files, from memory, or from the register's live service.</summary>
public interface IAddressBook
{
    /// <summary>The party with a HER-id.</summary>
    /// <param name="her">The HER-id.</param>
    /// <param name="cancellation">Stops the look-up.</param>
    /// <returns>The party; null when the register has none. A register that cannot be reached is an exception of its client.</returns>
    ValueTask<CommunicationParty?> FindAsync(int her, CancellationToken cancellation);

    /// <summary>The services and persons under an enterprise.</summary>
    /// <param name="enterpriseHer">HER-id of the enterprise.</param>
    /// <param name="cancellation">Stops the look-up.</param>
    /// <returns>Those that are known, in order of HER-id.</returns>
    ValueTask<IReadOnlyList<CommunicationParty>> UnderAsync(int enterpriseHer, CancellationToken cancellation);

    /// <summary>The parties with a mail address. Several share one when a message service handler serves them all.</summary>
    /// <param name="address">The address, compared without case.</param>
    /// <param name="cancellation">Stops the look-up.</param>
    /// <returns>The parties in order of HER-id.</returns>
    ValueTask<IReadOnlyList<CommunicationParty>> FindByEdiAddressAsync(string address, CancellationToken cancellation);
}
