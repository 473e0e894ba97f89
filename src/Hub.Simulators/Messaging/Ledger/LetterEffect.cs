namespace Hub.Simulators.Messaging;

/// <summary>A business document that was taken in.</summary>
/// <param name="No">Order of arrival, from 1.</param>
/// <param name="FromHer">HER-id of the sender's service.</param>
/// <param name="MsgId">MsgInfo/MsgId.</param>
/// <param name="Type">MsgInfo/Type, code list 8279.</param>
/// <param name="Patient">National id of the patient; empty when there is none.</param>
/// <param name="MessageId">eb:MessageId of the envelope that brought it first.</param>
/// <param name="At">When.</param>
public sealed record LetterEffect(int No, int FromHer, string MsgId, string Type, string Patient, string MessageId, DateTimeOffset At)
{
    /// <summary>How often it came again in an envelope of its own.</summary>
    public int Repeats { get; init; }

    /// <summary>The answer given: 1 OK, 2 rejected (list 8258); null when none was given.</summary>
    public string? Answer { get; init; }

    /// <summary>Codes of the answer, list 8221.</summary>
    public IReadOnlyList<string> Codes { get; init; } = [];

    /// <summary>The document; empty when bodies are not kept.</summary>
    public ReadOnlyMemory<byte> Document { get; init; }
}
