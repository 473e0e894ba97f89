using System.Globalization;
using Hub.Core.Content;
using Hub.Fhir.Model;
using Hub.Fhir.Terminology;

namespace Hub.Adapters.Vkp;

/// <summary>The VKP severity level of an alert, from the extension that VKP has for it. The published extension fixes the value set's address as the system of the code; senders that write the code system are right in all but the letter.</summary>
internal static class SeverityLevels
{
    /// <summary>The level 0 to 40, null when none is given.</summary>
    public static int? Read(IReadOnlyList<Extension> extensions)
    {
        foreach (var coding in extensions.Where(e => e.Url == VkpExtensions.SeverityLevel).Select(e => e.Value).OfType<CodeableConcept>().SelectMany(c => c.Coding))
        {
            if (coding.System is CodeSystems.VkpSeverityLevel or VkpExtensions.SeverityLevelSet && VkpSeverityLevels.Terms.Find(coding.Code) is { } level)
                return int.Parse(level.Code, CultureInfo.InvariantCulture);
        }

        return null;
    }

    /// <summary>The traffic light of a level.</summary>
    public static Triage Light(int? level) => level switch
    {
        >= 30 => Triage.Red,
        20 => Triage.Yellow,
        10 => Triage.Green,
        _ => Triage.None,
    };
}
