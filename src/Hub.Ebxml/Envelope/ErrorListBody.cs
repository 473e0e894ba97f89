namespace Hub.Ebxml.Envelope;

/// <summary>Errors and warnings about one message. The message is named by the header's <see cref="MessageHeader.RefToMessageId"/>.</summary>
/// <param name="HighestSeverity"><see cref="ErrorSeverity.Error"/>: not delivered. <see cref="ErrorSeverity.Warning"/>: delivered all the same.</param>
/// <param name="Errors">At least one.</param>
public sealed record ErrorListBody(ErrorSeverity HighestSeverity, IReadOnlyList<MessageError> Errors) : MessageBody
{
    /// <inheritdoc />
    public bool Equals(ErrorListBody? other) =>
        other is not null && HighestSeverity == other.HighestSeverity && Errors.SequenceEqual(other.Errors);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(HighestSeverity, Errors.Count);
}
