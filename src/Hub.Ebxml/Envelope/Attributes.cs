using Hub.Ebxml.Markup;

namespace Hub.Ebxml.Envelope;

/// <summary>Attributes of ebXML elements: qualified by the schema, but also read without a prefix, as some write them.</summary>
internal static class Attributes
{
    public static string? Read(TreeElement? element, string name) =>
        element?.Attribute(EbxmlNames.Eb, name) ?? element?.Attribute("", name);

    public static bool? ReadFlag(TreeElement? element, string name) => Read(element, name)?.Trim() switch
    {
        "1" or "true" => true,
        "0" or "false" => false,
        _ => null,
    };
}
