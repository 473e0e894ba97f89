namespace Hub.Kith.MsgHead;

/// <summary>Status of a sending (list 7309). A and H of that list are not used.</summary>
public enum Forsendelsesstatus
{
    /// <summary>N: new.</summary>
    Ny,

    /// <summary>M: changed; holds the complete content, not the difference.</summary>
    Endring,

    /// <summary>C: cancelled, the whole chain.</summary>
    Kansellering,
}
