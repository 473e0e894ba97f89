namespace Hub.Kith.Xml;

/// <summary>
/// How persons and organisations are written; the schemas agree on the parts and disagree on their order and namespaces.
/// </summary>
public enum PartyForm
{
    /// <summary>MsgHead: everything in its namespace; an organisation begins with its name, a person with the family name.</summary>
    MsgHead,

    /// <summary>Felleskomponent 1: everything in its namespace; an organisation begins with its type, a person with the family name.</summary>
    Fk1,

    /// <summary>Dialogmelding: identifiers, addresses and telephone numbers have contents in felleskomponent 1; a person begins with the given name.</summary>
    Dialog,
}
