using Hub.Kith.Types;

namespace Hub.Kith.Plo.Wire;

/// <summary>Fields of coded values.</summary>
internal static class CodeFields
{
    public static CS Cs(PloFields f, CS? x) => new(f.Attribute("V", x?.V), f.Attribute("DN", x?.DN));

    public static CV Cv(PloFields f, CV? x) => new(f.Attribute("V", x?.V), f.Attribute("S", x?.S), f.Attribute("DN", x?.DN), f.Attribute("OT", x?.OT));
}
