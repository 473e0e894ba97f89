namespace Hub.Core.Content;

/// <summary>What a message is about. The names in tenant files are the lower-case forms (see <see cref="ContentKindNames"/>). Numbers are stored: they never change.</summary>
public enum ContentKind
{
    /// <summary>A measured value or score.</summary>
    Measurement = 1,

    /// <summary>A triaged alert, raised or closed.</summary>
    Alert = 2,

    /// <summary>A journal note.</summary>
    Note = 3,

    /// <summary>Chat lines that staff chose for the journal.</summary>
    Chat = 4,

    /// <summary>An answered questionnaire.</summary>
    Questionnaire = 5,

    /// <summary>A version of a self-treatment plan.</summary>
    Plan = 6,

    /// <summary>The patient was included, paused or ended.</summary>
    Status = 7,

    /// <summary>A clinical message of the national message network.</summary>
    Clinical = 8,

    /// <summary>The last values of a period.</summary>
    Trend = 9,

    /// <summary>Responsibility moves to another organisation.</summary>
    Handover = 10,

    /// <summary>A device in the home reported something.</summary>
    DeviceEvent = 11,

    /// <summary>Who a patient is.</summary>
    Personalia = 12,
}
