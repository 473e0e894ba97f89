using Hub.Core.Content;
using Hub.Core.Identities;
using Hub.Core.Tenants;

namespace Hub.Adapters.Handovers;

/// <summary>A handover as it is told to partners, and messages as proposals.</summary>
internal static class HandoverWords
{
    /// <summary>The content that is told: what was proposed, with stage, reason and the organisations by name.</summary>
    public static CareHandover Told(HandoverState state, TenantConfig tenant) => state.Content with
    {
        Stage = state.Stage,
        Reason = state.Reason,
        Author = state.Stage is HandoverStage.Proposed or HandoverStage.Transferred ? state.Content.Author : state.DecidedBy is { } name ? new Party(PartyRole.Practitioner, null, name) : null,
        Time = state.Stage == HandoverStage.Transferred ? new ClinicalTime(state.MovesAt) : state.Content.Time,
        From = Organisation(state.From, tenant),
        To = Organisation(state.To, tenant),
    };

    /// <summary>A message of a hospital as a proposal: its texts go along under their headings, and the answer goes into its dialogue.</summary>
    public static CareHandover Proposal(ClinicalMessage message) => new(message.MessageId, message.Time, [.. message.Entries.Select(Section)])
    {
        Stage = HandoverStage.Proposed,
        Author = message.Senders.LastOrDefault(s => s.Role == PartyRole.Practitioner),
    };

    /// <summary>The dialogue of a message, as answers name it.</summary>
    public static string Conversation(ClinicalMessage message) => message.Conversation is { } first ? $"conversation:{first}/{message.MessageId}" : $"conversation:{message.MessageId}";

    private static NoteSection Section(ClinicalEntry entry)
    {
        var text = entry.Remark is null ? entry.Text : $"{entry.Text}\n{entry.Remark}";
        return new NoteSection(entry.Code?.Display ?? (entry.Path is [.., var last] ? last : null), entry.Code is null ? null : new Concept([entry.Code]), text, []);
    }

    private static Party Organisation(string name, TenantConfig tenant) => tenant.Parties.TryGetValue(name, out var party)
        ? new Party(PartyRole.Organization, new Identifier(IdentifierSystems.Orgnr, party.Orgnr), party.Title ?? (name == Core.Registers.Responsibility.Self ? tenant.Organization.Name ?? tenant.Name : name))
        : new Party(PartyRole.Organization, null, name);
}
