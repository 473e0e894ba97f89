namespace Hub.Kith.AppRec;

/// <summary>Version of the receipt.</summary>
public enum AppRecVersion
{
    /// <summary>1.0 of 2004.</summary>
    V10,

    /// <summary>1.1 of 2012.</summary>
    V11,
}
