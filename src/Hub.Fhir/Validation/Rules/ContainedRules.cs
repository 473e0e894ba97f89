using Hub.Fhir.Model;

namespace Hub.Fhir.Validation.Rules;

/// <summary>Rules of contained resources. Source: FHIR R4 domainresource.html, references.html.</summary>
internal static class ContainedRules
{
    private static readonly CheckRule NoNesting = new("FHIR-DOM-2", "A contained resource contains a resource.", "FHIR R4 dom-2");
    private static readonly CheckRule NoVersion = new("FHIR-DOM-4", "A contained resource has a version or a time of change.", "FHIR R4 dom-4");
    private static readonly CheckRule NeedsId = new("FHIR-DOM-3", "A contained resource has no id to be referred to by.", "FHIR R4 dom-3");

    internal static void Check(DomainResource resource, CheckContext context)
    {
        foreach (var contained in resource.Contained.AsSpan())
        {
            if (contained is DomainResource { Contained.Count: > 0 })
                context.Add(NoNesting, "contained");
            if (contained.Meta is { VersionId: not null } or { LastUpdated: not null })
                context.Add(NoVersion, "contained");
            if (contained.Id is null && contained is not UnmodelledResource)
                context.Add(NeedsId, "contained");
        }
    }
}
