namespace Hub.Kith;

/// <summary>Which standard a namespace belongs to.</summary>
public static class KithStandards
{
    /// <summary>Family and version of a namespace.</summary>
    /// <param name="ns">Namespace URI.</param>
    public static (KithKind Kind, string Version) Of(string ns)
    {
        ArgumentNullException.ThrowIfNull(ns);
        return ns switch
        {
            KithNamespaces.MsgHead => (KithKind.MsgHead, "1.2"),
            KithNamespaces.Dialog10 => (KithKind.Dialog, "1.0"),
            KithNamespaces.Dialog11 => (KithKind.Dialog, "1.1"),
            KithNamespaces.AppRec10 => (KithKind.AppRec, "1.0"),
            KithNamespaces.AppRec11 => (KithKind.AppRec, "1.1"),
            _ when ns.StartsWith(KithNamespaces.PloPrefix, StringComparison.Ordinal) => (KithKind.Plo, PloVersion(ns)),
            _ => (KithKind.Unknown, ""),
        };
    }

    private static string PloVersion(string ns) =>
        ns.EndsWith("/2012-04-01", StringComparison.Ordinal) ? "1.6" : ns.EndsWith("/2009-06-30", StringComparison.Ordinal) ? "1.5" : "";
}
