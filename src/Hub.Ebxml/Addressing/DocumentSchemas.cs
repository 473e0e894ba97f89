using Hub.Ebxml.Envelope;

namespace Hub.Ebxml.Addressing;

/// <summary>
/// Which version of which standard a document namespace is, for eb:Schema in the manifest (HITS 1210: the namespace of the first business
/// document's root, not of its MsgHead).
/// </summary>
public static class DocumentSchemas
{
    private const string Kith = "http://www.kith.no/xmlstds/";

    private static readonly Dictionary<string, string> Versions = new(StringComparer.Ordinal)
    {
        [Kith + "msghead/2006-05-24"] = "1.2",
        [Kith + "apprec/2004-11-21"] = "1.0",
        [Kith + "apprec/2012-02-15"] = "1.1",
        [Kith + "dialog/2006-10-11"] = "1.0",
        [Kith + "dialog/2013-01-23"] = "1.1",
        [Kith + "po/2006-08-28"] = "1.2",
        [Kith + "po/Pasientlogistikk/2007-05-31"] = "1.3",
        [Kith + "po/Pasientlogistikk/2008-02-20"] = "1.4",
        [Kith + "po/Pasientlogistikk/2009-06-30"] = "1.5",
        [Kith + "po/Pasientlogistikk/2012-04-01"] = "1.6",
        [Kith + "po/Innleggelsesrapport/2007-05-31"] = "1.3",
        [Kith + "po/Innleggelsesrapport/2008-02-20"] = "1.4",
        [Kith + "po/Innleggelsesrapport/2009-06-30"] = "1.5",
        [Kith + "po/Innleggelsesrapport/2012-04-01"] = "1.6",
        [Kith + "po/HelseopplysningerVedSoknad/2009-06-30"] = "1.5",
        [Kith + "po/HelseopplysningerVedSoknad/2012-04-01"] = "1.6",
        [Kith + "po/HelseopplysningerTilLege/2012-04-01"] = "1.6",
        [Kith + "po/Konsultasjon/2007-05-31"] = "1.3",
        [Kith + "po/Konsultasjon/2008-02-20"] = "1.4",
        [Kith + "po/Konsultasjon/2009-06-30"] = "1.5",
        [Kith + "po/MeldingFravar/2009-06-30"] = "1.5",
        [Kith + "po/OverforingMedisinskeOpplysninger/2008-02-20"] = "1.4",
        [Kith + "po/OverforingMedisinskeOpplysninger/2009-06-30"] = "1.5",
        [Kith + "po/MedisinskeOpplysninger/2012-04-01"] = "1.6",
        [Kith + "po/OrienteringTjenestetilbud/2007-05-31"] = "1.3",
        [Kith + "po/OrienteringOmTjenestetilbud/2008-02-20"] = "1.4",
        [Kith + "po/OrienteringOmTjenestetilbud/2009-06-30"] = "1.5",
        [Kith + "po/OrienteringOmTjenestetilbud/2012-04-01"] = "1.6",
        [Kith + "po/TverrfagligEpikrise/2007-05-31"] = "1.3",
        [Kith + "po/TverrfagligEpikrise/2008-02-20"] = "1.4",
        [Kith + "po/TverrfagligEpikrise/2009-06-30"] = "1.5",
        [Kith + "po/TverrfagligEpikrise/2012-04-01"] = "1.6",
        [Kith + "po/Legemiddelhandtering/2007-05-31"] = "1.3",
        [Kith + "epikrise"] = "1.0",
        [Kith + "epikrise/2006-09-23"] = "1.1",
        [Kith + "epikrise/2012-02-15"] = "1.2",
        [Kith + "henvisning/2005-07-08"] = "1.0",
        [Kith + "henvisning/2012-02-15"] = "1.1",
        [Kith + "labsvar/2004-09-14"] = "1.1",
        [Kith + "labsvar/2005-03-14"] = "1.2",
        [Kith + "labsvar/2008-12-01"] = "1.3",
        [Kith + "labsvar/2012-02-15"] = "1.4",
        [Kith + "rekvisisjon/2003-10-13"] = "1.3",
        [Kith + "rekvisisjon/2005-05-20"] = "1.4",
        [Kith + "rekvisisjon/2008-12-01"] = "1.5",
        [Kith + "rekvisisjon/2012-02-15"] = "1.6",
    };

    /// <summary>All namespaces with their versions.</summary>
    public static IReadOnlyDictionary<string, string> All => Versions;

    /// <summary>The schema reference for a document.</summary>
    /// <param name="rootNamespace">Namespace of the root of the business document.</param>
    /// <returns>The reference, or null when the namespace is not in the table.</returns>
    public static SchemaReference? For(string rootNamespace) =>
        Versions.TryGetValue(rootNamespace, out var version) ? new(rootNamespace, version) : null;
}
