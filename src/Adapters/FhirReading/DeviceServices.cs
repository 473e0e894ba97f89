using Hub.Core.Content;
using Hub.Fhir.Terminology;

namespace Hub.Adapters.FhirReading;

/// <summary>Which service an alert code belongs to. VKP's alert codes are grouped by it: 1 medicine, 2 position, 3 safety alarm, 4 digital supervision, 5 home follow-up, 6 door lock, 7 nurse call.</summary>
internal static class DeviceServices
{
    /// <summary>Whether an alert comes from a device that watches or helps, rather than from follow-up of measurements and forms.</summary>
    public static bool IsDevice(Concept? code) => CodeOf(code) is { } own && !IsUnder(own, VkpAlertCodes.HomeFollowUp);

    /// <summary>VKP's short code of the service, null when the group has none.</summary>
    public static string? Of(Concept? code) => CodeOf(code)?.Split('.')[0] switch
    {
        "1" => "md",
        "2" => "gps",
        "3" => "ta",
        "4" => "dt",
        "5" => "dho",
        _ => null,
    };

    private static string? CodeOf(Concept? code) => code?.Codings.FirstOrDefault(c => c.System == CodeSystems.VkpAlertCode && VkpAlertCodes.Terms.Find(c.Code) is not null)?.Code;

    private static bool IsUnder(string code, string group) => code == group || code.StartsWith(group + ".", StringComparison.Ordinal);
}
