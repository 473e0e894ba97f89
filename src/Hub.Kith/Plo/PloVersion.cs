namespace Hub.Kith.Plo;

/// <summary>Version of the PLO standard.</summary>
public enum PloVersion
{
    /// <summary>1.6 (HIS 80704:2014). What is sent.</summary>
    V16,

    /// <summary>1.5, still in the templates of partners. Read, and written only to compare.</summary>
    V15,
}
