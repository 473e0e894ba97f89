namespace Hub.Kith.Dialog;

/// <summary>Version of dialogmelding.</summary>
public enum DialogVersion
{
    /// <summary>1.0 of 2006.</summary>
    V10,

    /// <summary>1.1 of 2013, with the additions of 2017.</summary>
    V11,
}
