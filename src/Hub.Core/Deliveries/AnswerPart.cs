namespace Hub.Core.Deliveries;

/// <summary>What a delivery has to do with an answer to the source that waits for the message's other deliveries. Numbers are stored: they never change.</summary>
public enum AnswerPart
{
    /// <summary>Nothing: no answer waits for it.</summary>
    None = 0,

    /// <summary>It is the answer.</summary>
    Answer = 1,

    /// <summary>An answer waits for its end.</summary>
    Awaited = 2,
}
