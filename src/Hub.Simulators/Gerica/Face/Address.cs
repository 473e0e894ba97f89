using Microsoft.AspNetCore.Http;

namespace Hub.Simulators.Gerica;

internal enum DocumentKind
{
    Observation,
    Batch,
    Bundle,
    Plan,
}

/// <summary>Which kind of document belongs at an address.</summary>
internal readonly record struct Address(DocumentKind Kind, string? Id = null)
{
    private const string Plans = "/plans/fhir/CarePlan/";

    public static Address? Of(string method, string path)
    {
        if (HttpMethods.IsPut(method) && path.StartsWith(Plans, StringComparison.Ordinal) && path.Length > Plans.Length)
            return new Address(DocumentKind.Plan, path[Plans.Length..]);
        if (!HttpMethods.IsPost(method))
            return null;
        return path switch
        {
            "/lab/fhir/Observation" => new Address(DocumentKind.Observation),
            "/lab/fhir" => new Address(DocumentKind.Batch),
            "/journal/fhir/Bundle" => new Address(DocumentKind.Bundle),
            _ => null,
        };
    }
}
