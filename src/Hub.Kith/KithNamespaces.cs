namespace Hub.Kith;

/// <summary>Namespace URIs of the documents and their parts.</summary>
public static class KithNamespaces
{
    /// <summary>Base data types (CS, CV, TS ...).</summary>
    public const string Types = "http://www.kith.no/xmlstds";

    /// <summary>Felleskomponent 1: person, professional, organisation, identifier, address.</summary>
    public const string Fk1 = "http://www.kith.no/xmlstds/felleskomponent1";

    /// <summary>Hodemelding 1.2.</summary>
    public const string MsgHead = "http://www.kith.no/xmlstds/msghead/2006-05-24";

    /// <summary>Container of base64 content in RefDoc/Content.</summary>
    public const string Base64 = "http://www.kith.no/xmlstds/base64container";

    /// <summary>Dialogmelding 1.0.</summary>
    public const string Dialog10 = "http://www.kith.no/xmlstds/dialog/2006-10-11";

    /// <summary>Dialogmelding 1.1.</summary>
    public const string Dialog11 = "http://www.kith.no/xmlstds/dialog/2013-01-23";

    /// <summary>Applikasjonskvittering 1.0.</summary>
    public const string AppRec10 = "http://www.kith.no/xmlstds/apprec/2004-11-21";

    /// <summary>Applikasjonskvittering 1.1.</summary>
    public const string AppRec11 = "http://www.kith.no/xmlstds/apprec/2012-02-15";

    /// <summary>All PLO namespaces begin with this.</summary>
    public const string PloPrefix = "http://www.kith.no/xmlstds/po/";

    /// <summary>XHTML, allowed in formatted text.</summary>
    public const string Xhtml = "http://www.w3.org/1999/xhtml";

    /// <summary>XML digital signature.</summary>
    public const string Dsig = "http://www.w3.org/2000/09/xmldsig#";

    /// <summary>XML Schema instance attributes, which readers pass over.</summary>
    public const string Xsi = "http://www.w3.org/2001/XMLSchema-instance";
}
