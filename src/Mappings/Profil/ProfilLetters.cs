using Hub.Core.Content;
using Hub.Mappings.Ledger;
using Hub.Mappings.Letters;

namespace Hub.Mappings.Profil;

/// <summary>The words of a content for a journal note. Kinds that no letter is written of have theirs here.</summary>
internal static class ProfilLetters
{
    public static Letter Of(HomeContent content, MappingLedger ledger) => content switch
    {
        PatientStatus status => new Letter("Digital hjemmeoppfølging: endret status", status.Time, [.. StatusLetter.Of(status, ledger)]) { Author = status.DecidedBy },
        ClinicalMessage message => ClinicalLetter.Of(message, ledger),
        _ => LetterWriting.Of(content, ledger) ?? throw new InvalidOperationException($"No letter writes {content.Kind}."),
    };
}
