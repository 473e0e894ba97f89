using System.Globalization;
using Hub.Ebxml.AddressRegister;
using Hub.Ebxml.Agreements;

namespace Hub.Ebxml.Addressing;

/// <summary>What holds between two parties that have no agreement: NHN's usual values and the entries of the address register.</summary>
public static class DefaultAgreement
{
    /// <summary>A party cannot receive messages at its level (HITS 1172 rules 30 and 54).</summary>
    public const string WrongLevel = "ar-wrong-level";

    /// <summary>A register entry is not valid at the time of the message.</summary>
    public const string NotValid = "ar-not-valid";

    /// <summary>The receiver has no mail address.</summary>
    public const string NoAddress = "ar-no-address";

    /// <summary>The receiver has no encryption certificate.</summary>
    public const string NoEncryptionCertificate = "ar-no-encryption-certificate";

    /// <summary>The id written where there is no agreement: lowest HER-id, underscore, highest (HIS 1037, HITS 1172 rule 12).</summary>
    /// <param name="one">A HER-id.</param>
    /// <param name="other">The other HER-id.</param>
    /// <returns>The id.</returns>
    public static string IdFor(int one, int other) =>
        string.Create(CultureInfo.InvariantCulture, $"{Math.Min(one, other)}_{Math.Max(one, other)}");

    /// <summary>Whether an id stands for no agreement between two parties; a suffix <c>_n</c> is tolerated.</summary>
    /// <param name="cpaId">eb:CPAId.</param>
    /// <param name="one">A HER-id.</param>
    /// <param name="other">The other HER-id.</param>
    /// <returns>True when it does.</returns>
    public static bool IsIdFor(string cpaId, int one, int other)
    {
        var id = IdFor(one, other);
        return cpaId == id
            || (cpaId.StartsWith(id + "_", StringComparison.Ordinal) && cpaId.Length > id.Length + 1 && cpaId.AsSpan(id.Length + 1).IndexOfAnyExceptInRange('0', '9') < 0);
    }

    /// <summary>The terms for a message between two parties of the register.</summary>
    /// <param name="from">The sender.</param>
    /// <param name="to">The receiver.</param>
    /// <param name="address">Service, action and roles.</param>
    /// <param name="at">The time of the message.</param>
    /// <returns>The terms, or every reason why the message cannot be sent. Certificates are judged where they are used.</returns>
    public static Outcome<MessageTerms> Terms(CommunicationParty from, CommunicationParty to, MessageAddress address, DateTimeOffset at)
    {
        var failures = new List<Failure>();
        foreach (var (party, place) in new[] { (from, "From"), (to, "To") })
        {
            if (!party.IsMessageLevel)
                failures.Add(new(WrongLevel, "Messages go between services and persons, not between enterprises.", $"{place}/PartyId"));
            if (!party.IsValidAt(at))
                failures.Add(new(NotValid, "The register entry is not valid at the time of the message.", $"{place}/PartyId"));
        }
        if (to.EdiAddress is null)
            failures.Add(new(NoAddress, "The receiver has no address for messages.", "To/PartyId"));
        if (to.EncryptionCertificate is not { IsComplete: true })
            failures.Add(new(NoEncryptionCertificate, "The receiver has no certificate to encrypt to.", "To/PartyId"));
        if (failures.Count > 0)
            return Outcome<MessageTerms>.Failed(failures);

        return new MessageTerms(
            IdFor(from.Her, to.Her), from.Her, to.Her, address.Service, MessageAddress.ServiceType, address.Action, address.FromRole, address.ToRole,
            new ChannelEndpoint($"mailto:{to.EdiAddress}"), ReliabilityTerms.Nhn, Usage.Always, Usage.Always, Usage.Always, SyncReplyMode.None,
            SignatureTerms.Current, from.SigningCertificate is { } signing ? [signing] : [], to.EncryptionCertificate, Package: null);
    }
}
