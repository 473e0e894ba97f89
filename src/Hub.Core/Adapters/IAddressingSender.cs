using Hub.Core.Content;
using Hub.Core.Errors;
using Hub.Core.Tenants;

namespace Hub.Core.Adapters;

/// <summary>A sender that finds the receiver anew for each patient (the patient's own general practitioner). Asked once per document, before it is mapped.</summary>
public interface IAddressingSender : ISender
{
    /// <summary>Finds the receiver.</summary>
    /// <param name="envelope">What is to be sent, and about whom.</param>
    /// <param name="cancel">Cancelled when it takes longer than the partner's timeout.</param>
    /// <returns>The partner with the address that this patient's documents go to, or why there is none. Never throws for what a partner or network does.</returns>
    Task<Result<PartnerConfig>> AddresseeAsync(Envelope envelope, CancellationToken cancel);
}
