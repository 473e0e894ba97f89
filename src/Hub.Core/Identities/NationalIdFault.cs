namespace Hub.Core.Identities;

/// <summary>Why a text is not a national identity number at all. Failing check digits are not in this list: test series have them too.</summary>
public enum NationalIdFault
{
    /// <summary>It is one.</summary>
    None,

    /// <summary>Nothing but blanks.</summary>
    Empty,

    /// <summary>Something else than digits and blanks.</summary>
    NotDigits,

    /// <summary>Ten digits: a spreadsheet or a number field dropped the leading zero.</summary>
    LostZero,

    /// <summary>Not eleven digits.</summary>
    WrongLength,

    /// <summary>The first six digits are no date in any series.</summary>
    NoSuchDate,
}
