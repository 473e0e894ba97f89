using Hub.Core.Errors;
using Hub.Ebxml.Addressing;
using Hub.Ebxml.AddressRegister;
using Hub.Ebxml.Agreements;

namespace Hub.Adapters.Ebxml.Parties;

/// <summary>What holds for a message from the tenant to a partner: the agreement that names both, else the address register with the network's usual values.</summary>
internal static class PartnerTerms
{
    /// <summary>Finds the terms.</summary>
    /// <param name="own">The tenant's end.</param>
    /// <param name="her">HER-id of the receiver.</param>
    /// <param name="address">Service, action and roles.</param>
    /// <param name="cpaId">The agreement to use, as an answer does; null to look for one.</param>
    /// <param name="at">The time of the message.</param>
    /// <returns>The terms with the partner's current certificate, or why the message cannot be sent.</returns>
    public static Result<MessageTerms> For(TenantParty own, int her, MessageAddress address, string? cpaId, DateTimeOffset at)
    {
        if (Agreement(own, her, cpaId) is { } agreement)
        {
            var agreed = AgreementTerms.For(agreement, own.Messaging.Her, her, address.Service, address.Action, at);
            return agreed.IsOk ? WithCertificate(own, her, agreed.Value) : Refused(agreed.Failures, EbxmlErrors.NotAgreed);
        }

        if (own.Book.Find(her) is not { } partner)
            return EbxmlErrors.NotInRegister.At(detail: $"There is no entry for HER-id {her} in the register directory");
        var ours = own.Book.Find(own.Messaging.Her) ?? new CommunicationParty { Her = own.Messaging.Her, Name = "", Level = PartyLevel.Service };
        var terms = DefaultAgreement.Terms(ours, partner, address, at);
        return terms.IsOk ? (cpaId is null ? terms.Value : terms.Value with { CpaId = cpaId }) : Refused(terms.Failures, EbxmlErrors.NotAgreed);
    }

    private static Agreement? Agreement(TenantParty own, int her, string? cpaId) => cpaId is not null && own.Agreements.TryGetValue(cpaId, out var named)
        ? named
        : own.Agreements.Values.FirstOrDefault(a => a.Kind == AgreementKind.Agreement && a.Party(own.Messaging.Her) is not null && a.Party(her) is not null);

    // A certificate is renewed in the register before it is in the agreement (HITS 1171).
    private static MessageTerms WithCertificate(TenantParty own, int her, MessageTerms terms) =>
        own.Book.Find(her)?.EncryptionCertificate is { IsComplete: true } current ? terms with { EncryptionCertificate = current } : terms;

    private static Result<MessageTerms> Refused(IReadOnlyList<Hub.Ebxml.Failure> failures, ErrorDefinition error) =>
        Result<MessageTerms>.Failed([.. failures.Select(f => error.At(f.Path, f.Text))]);
}
