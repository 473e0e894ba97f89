namespace Hub.Core.Tenants;

/// <summary>VKP's short codes of services, as the header <c>ServiceCodes</c> carries them. Source: VKP, portal.vkpnorge.no how-to-api.</summary>
public static class ServiceCodes
{
    /// <summary>Response centre: every service that raises alarms.</summary>
    public const string ResponseCentre = "rt";

    /// <summary>Safety alarm (IPLOS 6).</summary>
    public const string SafetyAlarm = "ta";

    /// <summary>GPS (IPLOS 26).</summary>
    public const string Gps = "gps";

    /// <summary>Medicine dispenser (IPLOS 27).</summary>
    public const string MedicineDispenser = "md";

    /// <summary>Digital supervision (IPLOS 28).</summary>
    public const string DigitalSupervision = "dt";

    /// <summary>Home follow-up; no IPLOS code.</summary>
    public const string HomeFollowUp = "dho";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [ResponseCentre, SafetyAlarm, Gps, MedicineDispenser, DigitalSupervision, HomeFollowUp];

    private static readonly Dictionary<string, string> ByIplos = new(StringComparer.Ordinal) { ["6"] = SafetyAlarm, ["26"] = Gps, ["27"] = MedicineDispenser, ["28"] = DigitalSupervision };

    /// <summary>VKP's code of a service that a journal names by VKP's or the national list's code.</summary>
    /// <param name="code">The journal's code.</param>
    /// <returns>The short code; null for a service that VKP has no code for.</returns>
    public static string? Of(string code) => All.Contains(code) ? code : ByIplos.GetValueOrDefault(code);

    /// <summary>Whether who asks on behalf of one service may know of patients with another: a response centre answers for all that raises alarms.</summary>
    /// <param name="asked">The code asked with.</param>
    /// <param name="granted">The code of a service that the patient has.</param>
    /// <returns>True when it may.</returns>
    public static bool Covers(string asked, string granted) => asked == granted || (asked == ResponseCentre && granted is SafetyAlarm or Gps or MedicineDispenser or DigitalSupervision);
}
