namespace Hub.Core.Identities;

/// <summary>The number series of a Norwegian identity number.</summary>
public enum NationalIdKind
{
    /// <summary>Fødselsnummer: DDMMYY, individual number, two check digits.</summary>
    Fnr,

    /// <summary>D-nummer: as fødselsnummer with 40 added to the day.</summary>
    Dnr,

    /// <summary>Felles hjelpenummer: first digit 8 or 9, a serial number and two check digits. Says nothing about birth or sex.</summary>
    Fhn,

    /// <summary>Hjelpenummer of one institution: 40 added to the month. Not unique in the country. NAV's synthetic numbers look the same.</summary>
    Hnr,
}
