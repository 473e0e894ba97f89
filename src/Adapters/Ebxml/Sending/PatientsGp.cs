using System.Globalization;
using Hub.Adapters.Ebxml.Parties;
using Hub.Core.Adapters;
using Hub.Core.Content;
using Hub.Core.Errors;
using Hub.Core.Lookups;
using Hub.Core.Mappings;
using Hub.Core.Tenants;
using Hub.Ebxml.AddressRegister;

namespace Hub.Adapters.Ebxml.Sending;

/// <summary>Finds the general practitioner of a patient: the journal knows who it is, the address register where to write.</summary>
internal static class PatientsGp
{
    /// <summary>Codes of the services of general practitioners (Volven 8663): KA01 Fastlegetjeneste, and KX17 for a list that has no practitioner of its own.</summary>
    public static readonly IReadOnlySet<string> Services = new HashSet<string>(StringComparer.Ordinal) { "KA01", "KX17" };

    /// <summary>The partner with the address of the patient's own practitioner; an answer goes back to whom it answers.</summary>
    /// <param name="partner">Partner that stands for all practitioners.</param>
    /// <param name="envelope">What is to be sent.</param>
    /// <param name="own">The tenant's end.</param>
    /// <param name="context">What the sender may use.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>The partner, or why there is no address.</returns>
    public static async Task<Result<PartnerConfig>> FindAsync(PartnerConfig partner, Envelope envelope, TenantParty own, SenderContext context, CancellationToken cancel)
    {
        if (envelope.Content is ClinicalMessage message && envelope.Source == partner.Name
            && message.Transport.TryGetValue(MessageProperties.Sender, out var sender) && int.TryParse(sender, NumberStyles.None, CultureInfo.InvariantCulture, out var from))
            return At(partner, own, from, context.Time.GetUtcNow());
        if (context.Lookups is not { } lookups)
            return LookupErrors.NobodyToAsk.At();
        var answer = await lookups.AskAsync(context.Tenant, partner.PatientsGp!, new LookupQuery.PersonaliaOf(envelope.Patient.Id), cancel);
        if (!answer.IsOk)
            return Result<PartnerConfig>.Failed(answer.Errors);
        var her = answer.Value.Findings.Select(f => f.Content).OfType<Personalia>().Select(p => p.GeneralPractitionerHer).FirstOrDefault(h => h is not null);
        return her is { } found ? At(partner, own, found, context.Time.GetUtcNow()) : EbxmlErrors.NoGp.At();
    }

    /// <summary>Whether an entry of the register is one of a general practitioner.</summary>
    /// <param name="entry">The entry.</param>
    /// <returns>True for services and persons that the register gives one of <see cref="Services"/>; a person without a code may be of any profession.</returns>
    public static bool IsGp(CommunicationParty entry) => entry.IsMessageLevel && entry.Code is { } code && Services.Contains(code);

    private static Result<PartnerConfig> At(PartnerConfig partner, TenantParty own, int her, DateTimeOffset now)
    {
        if (own.Book.Find(her) is not { } entry)
            return EbxmlErrors.NotInRegister.At(detail: $"There is no entry for HER-id {her} in the register directory");
        if (!IsGp(entry) || !entry.IsValidAt(now))
            return EbxmlErrors.NoGp.At(detail: $"The entry of HER-id {her} is not that of a general practitioner who can be written to now");
        return partner.At(entry);
    }

    /// <summary>The partner with the address of an entry.</summary>
    /// <param name="partner">Partner that stands for many.</param>
    /// <param name="entry">The entry.</param>
    /// <returns>The partner as if the tenant file had named this address and name.</returns>
    public static PartnerConfig At(this PartnerConfig partner, CommunicationParty entry) => partner.At(entry.Her, entry.ParentHer) with
    {
        Options = partner.Options.ContainsKey("name")
            ? partner.Options
            : new Dictionary<string, string>(partner.Options, StringComparer.Ordinal) { ["name"] = entry.DisplayName ?? entry.Name },
    };

    /// <summary>The partner with an address.</summary>
    /// <param name="partner">Any partner.</param>
    /// <param name="her">HER-id of the communication party.</param>
    /// <param name="enterprise">HER-id of its enterprise, null when not known.</param>
    /// <returns>The partner itself where its address is fixed.</returns>
    public static PartnerConfig At(this PartnerConfig partner, int her, int? enterprise = null) =>
        partner.PatientsGp is null ? partner : partner with { Her = new Core.Tenants.HerAddress(enterprise ?? her, her) };
}
