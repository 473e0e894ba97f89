using Hub.Core.Content;
using Hub.Core.Errors;
using Hub.Kith.Plo;
using Hub.Kith.Types;
using Hub.Mappings.Fhir;
using Hub.Mappings.Letters;
using Hub.Mappings.Messages;

namespace Hub.Mappings.Plo;

/// <summary>Mapping <c>plo.orientering-tjenestetilbud</c>: Orientering om tjenestetilbud, which services the patient has (HIS 80704; Volven 9151, welfare technology 6, 26, 27, 28).</summary>
public sealed class OrienteringOmTjenestetilbudMapping : PloMapping
{
    /// <summary>Makes it.</summary>
    public OrienteringOmTjenestetilbudMapping()
        : base("plo.orientering-tjenestetilbud", "ORIENTERING_TJENESTETILBUD", ContentKind.Handover)
    {
    }

    // The form has services only: the texts stand with the first of them, under their headings.
    private protected override PloBody? Body(Letter letter, MessageFrame frame, List<HubError> errors)
    {
        if (letter.Services.Count == 0)
        {
            errors.Add(KithErrors.ServicesMissing.At("Content.Services"));
            return null;
        }

        var words = LetterText.Of(letter);
        return new OrienteringOmTjenestetilbud
        {
            EksisterendeTjeneste = [.. letter.Services.Select((s, i) => Service(s, i == 0 ? words : null))],
        };
    }

    private static EksisterendeTjeneste Service(Coding service, string? words)
    {
        var known = !ServiceNames.IsListed(service) ? null : PloLists.Service.TextOf(service.Code);
        return new EksisterendeTjeneste
        {
            IPLOStjenestetype = known is null ? CV.OfText(HandoverLetter.Service(service)) : PloLists.Service.Cv(service.Code),
            BetegnelseTjeneste = FhirWords.Text(service.Display) ?? known ?? service.Code,
            PrivatTjeneste = false,
            OpplysningerOmTjenesten = words,
        };
    }
}
