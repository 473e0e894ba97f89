using System.Text;
using System.Text.Json.Nodes;

namespace Hub.UnitTests.Siemens;

/// <summary>Bundles of several organisations, written by hand.</summary>
internal static class SharedBundles
{
    public const string Larvik = "994598759";
    public const string Skien = "312229544";
    private const string Enh = "urn:oid:2.16.578.1.12.4.1.4.101";

    public static byte[] Of(string type, params string[] entries) => Encoding.UTF8.GetBytes($$"""{"resourceType":"Bundle","type":"{{type}}","entry":[{{string.Join(',', entries)}}]}""");

    public static byte[] Tagged(string type, string orgnr, params string[] entries) =>
        Encoding.UTF8.GetBytes($$$"""{"resourceType":"Bundle","meta":{"tag":[{"system":"{{{Enh}}}","code":"{{{orgnr}}}"}]},"type":"{{{type}}}","entry":[{{{string.Join(',', entries)}}}]}""");

    public static string Patient(string name, string nin, string? orgnr) => Entry($"urn:uuid:{name}", $$$"""
        {"resourceType":"Patient","identifier":[{"system":"urn:oid:2.16.578.1.12.4.1.4.1","value":"{{{nin}}}"}],"name":[{"family":"{{{name}}}"}]{{{Managed(orgnr)}}}}
        """.Trim());

    public static string Pulse(string id, string patient, string value = "72.0", string more = "") => Entry($"urn:uuid:{id}", $$$"""
        {"resourceType":"Observation","identifier":[{"system":"urn:example:values","value":"{{{id}}}"}],"status":"final","category":[{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/observation-category","code":"vital-signs"}]}],"code":{"coding":[{"system":"urn:iso:std:iso:11073:10101","code":"149530"},{"system":"http://loinc.org","code":"8867-4"}]},"subject":{"reference":"urn:uuid:{{{patient}}}"},"effectiveDateTime":"2026-03-01T08:15:00+01:00","valueQuantity":{"value":{{{value}}},"unit":"/min","system":"http://unitsofmeasure.org","code":"/min"}{{{more}}}}
        """.Trim());

    public static string Device(string name) => Entry($"urn:uuid:{name}", """{"resourceType":"Device","serialNumber":"S-1"}""");

    public static string Performer(string orgnr) => $$$""","performer":[{"type":"Organization","identifier":{"system":"{{{Enh}}}","value":"{{{orgnr}}}"}}]""";

    public static string Entry(string url, string resource)
    {
        var type = JsonNode.Parse(resource)!["resourceType"];
        return $$$"""{"fullUrl":"{{{url}}}","resource":{{{resource}}},"request":{"method":"POST","url":"{{{type}}}"}}""";
    }

    private static string Managed(string? orgnr) => orgnr is null ? "" : $$$$""","managingOrganization":{"identifier":{"system":"{{{{Enh}}}}","value":"{{{{orgnr}}}}"}}""";
}
