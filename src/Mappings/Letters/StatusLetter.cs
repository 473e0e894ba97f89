using Hub.Core.Content;
using Hub.Mappings.Ledger;

namespace Hub.Mappings.Letters;

/// <summary>A change of follow-up that came attached to a note.</summary>
internal static class StatusLetter
{
    public static IEnumerable<LetterSection> Of(PatientStatus status, MappingLedger ledger)
    {
        var topic = LetterTopic.Practical;
        ledger.Add(Line.To("State", topic.Name));
        ledger.Add(Line.To("Time", topic.Name));
        ledger.AddIf(status.Reason is not null, Line.To("Reason", topic.Name));
        ledger.AddIf(status.DecidedBy is not null, Line.To("DecidedBy", topic.Name));
        var lines = new LetterLines();
        lines.Add("Digital hjemmeoppfølging", status.State switch { FollowUpState.Included => "startet", FollowUpState.Paused => "satt på pause", _ => "avsluttet" });
        lines.Add("Fra", Times.Of(status.Time));
        lines.Add("Årsak", status.Reason);
        if (status.DecidedBy is { } by)
            lines.Add("Besluttet av", Parties.Of(by));
        lines.Shared(status, ledger, topic);
        return lines.Section(topic);
    }
}
