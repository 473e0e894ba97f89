using Hub.Ebxml.Markup;

namespace Hub.Ebxml.Envelope;

/// <summary>Writes <c>eb:Manifest</c> in canonical form.</summary>
internal static class ManifestWriter
{
    public static void Write(ByteBuffer to, Manifest manifest)
    {
        if (manifest.References.Count == 0)
            return;
        to.Add("<eb:Manifest eb:version=\"2.0\">"u8);
        foreach (var reference in manifest.References)
            Reference(to, reference);
        to.Add("</eb:Manifest>"u8);
    }

    private static void Reference(ByteBuffer to, ManifestReference reference)
    {
        to.Add("<eb:Reference"u8);
        HeaderWriter.Attribute(to, " xlink:href"u8, reference.Href);
        if (reference.Role is not null)
            HeaderWriter.Attribute(to, " xlink:role"u8, reference.Role);
        to.Add(" xlink:type=\"simple\">"u8);
        foreach (var schema in reference.Schemas)
        {
            to.Add("<eb:Schema"u8);
            HeaderWriter.Attribute(to, " eb:location"u8, schema.Location);
            if (!string.IsNullOrEmpty(schema.Version))
                HeaderWriter.Attribute(to, " eb:version"u8, schema.Version);
            to.Add("></eb:Schema>"u8);
        }

        foreach (var description in reference.Descriptions)
            HeaderWriter.Text(to, description);
        to.Add("</eb:Reference>"u8);
    }
}
