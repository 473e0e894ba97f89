namespace Hub.Kith.Plo.Wire;

/// <summary>URIs of the namespaces of one type in one version.</summary>
internal sealed class PloSpaces
{
    public const string Po16 = KithNamespaces.PloPrefix + "poKomponent/2012-04-01";
    public const string Po15 = KithNamespaces.PloPrefix + "poKomponent/2009-06-30";
    public const string Epj1 = "http://www.kith.no/xmlstds/epj/epj1/2008-02-20";
    public const string Epj2 = "http://www.kith.no/xmlstds/epj/epj2/2008-02-20";
    public const string Epj3 = "http://www.kith.no/xmlstds/epj/epj3/2008-02-20";
    public const string Meta = "http://www.kith.no/xmlstds/epj/meta/2008-02-20";

    private readonly string[] uris;

    public PloSpaces(string message, PloVersion version) =>
        uris = [message, version == PloVersion.V15 ? Po15 : Po16, Epj1, Epj2, Epj3, Meta, KithNamespaces.Fk1];

    public string this[PloSpace space] => uris[(int)space];
}
