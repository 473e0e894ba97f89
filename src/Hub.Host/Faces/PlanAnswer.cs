using System.Globalization;
using Hub.Adapters.Plans;
using Hub.Fhir.Json;
using Hub.Fhir.Model;

namespace Hub.Host.Faces;

/// <summary>Answers with FHIR resources.</summary>
internal static class PlanAnswer
{
    /// <summary>Answers with a resource.</summary>
    public static async Task WriteAsync(HttpResponse response, int status, Resource resource)
    {
        var body = FhirJson.ToBytes(resource);
        response.StatusCode = status;
        response.ContentType = MediaTypes.FhirJson;
        response.ContentLength = body.Length;
        response.Headers.CacheControl = "no-store";
        await response.Body.WriteAsync(body, response.HttpContext.RequestAborted);
    }

    /// <summary>Answers with a version and the headers that belong to it.</summary>
    public static Task VersionAsync(HttpResponse response, int status, SharedVersion version, string tenant, string address)
    {
        response.Headers.ETag = PlanResources.ETag(version.Number);
        response.Headers.LastModified = version.At.ToUniversalTime().ToString("R", CultureInfo.InvariantCulture);
        if (status == StatusCodes.Status201Created)
            response.Headers.Location = $"{address}/{PlanResources.History(version.Key, version.Number)}";
        return WriteAsync(response, status, PlanResources.Version(version, tenant));
    }
}
