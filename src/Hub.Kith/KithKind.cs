namespace Hub.Kith;

/// <summary>Families of documents.</summary>
public enum KithKind
{
    /// <summary>XML of another kind.</summary>
    Unknown,

    /// <summary>Not readable as XML.</summary>
    NotXml,

    /// <summary>Hodemelding with its documents.</summary>
    MsgHead,

    /// <summary>Dialogmelding.</summary>
    Dialog,

    /// <summary>Applikasjonskvittering.</summary>
    AppRec,

    /// <summary>Pleie- og omsorgsmelding.</summary>
    Plo,
}
