using Hub.Fhir.Model;

namespace Hub.Adapters.Siemens.Reading;

/// <summary>Which version of an entry this is, where the vendor sends it again under the same identifier: by meta.versionId, by the version that the request builds on, or by a status that says so.</summary>
internal static class Versions
{
    private static readonly string[] Later = ["amended", "corrected", "entered-in-error", "cancelled", "appended"];
    private static readonly string[] Earlier = ["preliminary", "registered", "in-progress"];

    /// <summary>Sets a version apart.</summary>
    /// <param name="id">The id of the entry.</param>
    /// <param name="resource">The resource.</param>
    /// <param name="status">Its status.</param>
    /// <param name="ifMatch">The version that the request builds on, null when it names none.</param>
    /// <param name="fingerprint">What it says.</param>
    /// <returns>The source id of this version, and that of the first where this one corrects it.</returns>
    public static (string SourceId, string? Corrects) Of(string id, Resource resource, string? status, string? ifMatch, ReadOnlySpan<byte> fingerprint)
    {
        if (resource.Meta?.VersionId is { } version && version != "1")
            return ($"{id}#v{Short(version)}", id);
        if (Tag(ifMatch) is { } builtOn)
            return ($"{id}#after-{Short(builtOn)}", id);
        return OfStatus(id, status, fingerprint);
    }

    /// <summary>Sets a version apart by its status alone: for what has a life of its own under one identifier, such as an alert.</summary>
    /// <param name="id">The id.</param>
    /// <param name="status">The status.</param>
    /// <param name="fingerprint">What it says.</param>
    /// <returns>As <see cref="Of"/>.</returns>
    public static (string SourceId, string? Corrects) OfStatus(string id, string? status, ReadOnlySpan<byte> fingerprint)
    {
        if (Later.Contains(status))
            return ($"{id}#{status}-{Convert.ToHexStringLower(fingerprint[..6])}", id);
        return Earlier.Contains(status) ? ($"{id}#{status}-{Convert.ToHexStringLower(fingerprint[..6])}", null) : (id, null);
    }

    // An entity tag: W/"3" or "3" (FHIR R4 http.html 3.1.0.5).
    private static string? Tag(string? ifMatch)
    {
        var tag = ifMatch?.Trim();
        if (tag?.StartsWith("W/", StringComparison.Ordinal) == true)
            tag = tag[2..];
        tag = tag?.Trim('"');
        return string.IsNullOrEmpty(tag) ? null : tag;
    }

    private static string Short(string version) => version.Length <= 36 ? version : version[..36];
}
