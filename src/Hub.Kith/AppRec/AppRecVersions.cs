using System.Xml.Linq;

namespace Hub.Kith.AppRec;

/// <summary>Which version of the receipt answers which standard (HISD 1168 chapter 8).</summary>
public static class AppRecVersions
{
    private static readonly string[] Nav = ["http://www.nav.no/", "http://www.trygdeetaten.no/", "http://www.kith.no/xmlstds/HelseOpplysningerArbeidsuforhet/", "http://www.kith.no/xmlstds/eresept/"];

    /// <summary>
    /// Version for a business document: 1.0 for dialogmelding 1.0, PLO 1.5, NAV and e-resept, else 1.1, which is the rule since 2024.
    /// </summary>
    /// <param name="business">Root of the business document; <see langword="null"/> when there is none.</param>
    public static AppRecVersion For(XElement? business)
    {
        if (business is null) return AppRecVersion.V11;
        var ns = business.Name.NamespaceName;
        var (kind, version) = KithStandards.Of(ns);
        var old = (kind == KithKind.Dialog && version == "1.0") || (kind == KithKind.Plo && version != "1.6")
            || Nav.Any(n => ns.StartsWith(n, StringComparison.OrdinalIgnoreCase));
        return old ? AppRecVersion.V10 : AppRecVersion.V11;
    }
}
