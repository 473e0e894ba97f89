using Hub.Core.Content;
using Hub.Mappings.Fhir;
using Hub.Mappings.Ledger;
using Hub.Mappings.Letters;

namespace Hub.Mappings.Profil;

/// <summary>The words of a content for a journal note. Kinds that the letters of the message network do not know have theirs here.</summary>
internal static class ProfilLetters
{
    public static Letter Of(HomeContent content, MappingLedger ledger) => content switch
    {
        PatientStatus status => new Letter("Digital hjemmeoppfølging: endret status", status.Time, [.. StatusLetter.Of(status, ledger)]) { Author = status.DecidedBy },
        ClinicalMessage message => ClinicalLetter.Of(message, ledger),
        DeviceEvent happened => DeviceLetter.Of(happened, ledger),
        _ => LetterWriting.Of(content, ledger) ?? throw new InvalidOperationException($"No letter writes {content.Kind}."),
    };

    /// <summary>Adds lines for fields that all stand under one heading.</summary>
    public static void Account(MappingLedger ledger, params ReadOnlySpan<(string Field, bool Present, LetterTopic Topic)> fields)
    {
        foreach (var (field, present, topic) in fields)
            ledger.AddIf(present, Line.To(field, topic.Name));
    }

    /// <summary>Whether a text says something.</summary>
    public static bool Says(string? text) => FhirWords.Text(text) is not null;
}
