namespace Hub.Host.Faces;

/// <summary>What the CapabilityStatement says of shared plans.</summary>
internal static class PlanCapabilities
{
    /// <summary>Plans.</summary>
    public static readonly FhirResourceDoc CarePlan = new(
        "CarePlan",
        "Shared self-treatment plans (category 2), every version. A change names its version (If-Match: 428 without, 409 with both versions when it is not the latest) and its reason (X-Provenance). "
        + "GET CarePlan/ID/$conflicts shows edits that did not build on the latest version; POST CarePlan/ID/$resolve?conflict=KEY writes a version that merges them.")
    {
        Interactions = ["read", "vread", "update", "history-instance", "create", "search-type"],
        Parameters =
        [
            ("patient", "reference", "patient.identifier=SYSTEM|NUMBER; required"),
            ("status", "token", "Of the CarePlan"),
        ],
        RevIncludes = ["Provenance:target"],
    };

    /// <summary>Who wrote them.</summary>
    public static readonly FhirResourceDoc Provenance = new("Provenance", "Who wrote each version of a shared plan, when, why and from which version")
    {
        Parameters = [("target", "reference", "CarePlan/ID or CarePlan/ID/_history/VERSION; required")],
    };
}
