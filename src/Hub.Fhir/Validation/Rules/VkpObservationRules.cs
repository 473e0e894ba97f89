using Hub.Fhir.Model;
using Hub.Fhir.Terminology;

namespace Hub.Fhir.Validation.Rules;

/// <summary>VkpObservation, for Observations that claim one of its profiles. Source: HL7 Norway VkpObservation IG 0.5.2.</summary>
internal static class VkpObservationRules
{
    private static readonly CheckRule Subject = new("VKP-OBS-1", "The Observation has no subject.", "VkpObservation: subject 1..1");
    private static readonly CheckRule SubjectSystem = new("VKP-OBS-2", "The subject is not identified by FNR, DNR or FHN.", "VkpObservation: subject.identifier.system, required");
    private static readonly CheckRule SubjectType = new("VKP-OBS-3", "The subject is not a Patient.", "VkpObservation: subject only Patient");
    private static readonly CheckRule PersonOnly = new("VKP-OBS-4", "The performer is not a person identified by FNR.", "VkpObservation vital signs: performer.identifier.system, required");
    private static readonly CheckRule Performer = new("VKP-OBS-5", "The performer is not identified by FNR, organisation number or RESH id.", "vkp-Observation: slices author and organization");
    private static readonly CheckRule Site = new("VKP-OBS-6", "The body site is not one the profile allows.", "vkp-Observation-Bloodpressure: bodySite, required");
    private static readonly CheckRule Method = new("VKP-OBS-7", "The method is not one the profile allows; an oscillometric cuff has none.", "vkp-Observation-Bloodpressure: method, required");
    private static readonly CheckRule ScoreCode = new("VKP-OBS-8", "The SNOMED CT code of the score is missing.", "vkp-Observation-NEWS2score, -CFSscore: code.coding SCT 1..*");

    private static readonly HashSet<string> Sites = new(StringComparer.Ordinal)
    {
        "6685009", "51636004", "7569003", "2402003", "9736006", "5951000", "51114001", "11207009", "61396006", "368209003", "368208006", "29707007",
    };

    private static readonly HashSet<string> Methods = new(StringComparer.Ordinal) { "37931006", "113011001" };

    internal static void Check(Observation observation, CheckContext context)
    {
        var profile = observation.Meta?.Profile.FirstOrDefault(claimed => claimed.StartsWith(MeasurementProfiles.Vkp, StringComparison.Ordinal));
        if (profile is null)
            return;
        var kind = profile[MeasurementProfiles.Vkp.Length..].Split('|')[0];
        CheckSubject(observation.Subject, context);
        CheckPerformers(observation, kind, context);
        if (kind == "vkp-Observation-Bloodpressure")
        {
            CheckSet(observation.BodySite, Sites, Site, "bodySite", context);
            CheckSet(observation.Method, Methods, Method, "method", context);
        }

        if (ScoreOf(kind) is { } score && observation.Code?.Coding.Any(c => c.System == CodeSystems.Snomed && c.Code == score) != true)
            context.Add(ScoreCode, "code");
    }

    private static void CheckSubject(Reference? subject, CheckContext context)
    {
        if (subject is null)
        {
            context.Add(Subject, "subject");
            return;
        }

        if (subject.Identifier is { } identifier && !IdentifierSystems.IsNationalPatient(identifier.System))
            context.Add(SubjectSystem, "subject.identifier.system");
        if (subject.Type is not (null or "Patient"))
            context.Add(SubjectType, "subject.type");
    }

    private static void CheckPerformers(Observation observation, string kind, CheckContext context)
    {
        var isGeneral = kind is "vkp-Observation" or "vkp-Observation-NEWS2score" or "vkp-Observation-CFSscore";
        for (var i = 0; i < observation.Performer.Count; i++)
        {
            if (observation.Performer[i].Identifier is not { } identifier || identifier.System == IdentifierSystems.Fnr)
                continue;
            if (!isGeneral)
                context.Add(PersonOnly, $"performer[{i}]");
            else if (identifier.System is not (IdentifierSystems.Enh or IdentifierSystems.Resh))
                context.Add(Performer, $"performer[{i}]", FhirSeverity.Warning);
        }
    }

    private static void CheckSet(CodeableConcept? concept, HashSet<string> codes, CheckRule rule, string path, CheckContext context)
    {
        if (concept is { Coding.Count: > 0 } && !concept.Coding.Any(c => c.System == CodeSystems.Snomed && c.Code is { } code && codes.Contains(code)))
            context.Add(rule, path);
    }

    private static string? ScoreOf(string kind) => kind switch
    {
        "vkp-Observation-NEWS2score" => "1104051000000101",
        "vkp-Observation-CFSscore" => "763264000",
        _ => null,
    };
}
