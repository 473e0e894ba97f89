namespace Hub.Kith.Plo.Wire;

/// <summary>The namespaces that parts of a PLO message stand in; which URI each is depends on version and type.</summary>
internal enum PloSpace
{
    /// <summary>Namespace of the message itself: the root, and the five uses of Pasientlogistikk.</summary>
    Message,

    /// <summary>poKomponent.</summary>
    Po,

    /// <summary>EPJ-komponent cave.</summary>
    Epj1,

    /// <summary>EPJ-komponent journal note.</summary>
    Epj2,

    /// <summary>EPJ-komponent medication.</summary>
    Epj3,

    /// <summary>Metadata of EPJ-komponenter.</summary>
    Meta,

    /// <summary>Felleskomponent 1.</summary>
    Fk1,
}
