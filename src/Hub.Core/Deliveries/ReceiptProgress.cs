namespace Hub.Core.Deliveries;

/// <summary>How far the receipts of a delivery have come. Only deliveries whose receiver confirms later have any; it never goes back except by an operator's act.</summary>
/// <param name="Sends">How often the bytes went out and a receipt was awaited.</param>
/// <param name="Resend">True when silence means sending the same bytes again, false when it means giving up.</param>
/// <param name="Acknowledged">The transport receipt has come (ebXML Acknowledgment, or a MessageError that is only a warning).</param>
/// <param name="Answered">The business receipt has come (AppRec), whatever it said; a second one is ignored.</param>
public readonly record struct ReceiptProgress(int Sends, bool Resend = false, bool Acknowledged = false, bool Answered = false)
{
    private const int ResendBit = 1 << 12;
    private const int AcknowledgedBit = 1 << 13;
    private const int AnsweredBit = 1 << 14;

    /// <summary>Nothing yet.</summary>
    public static ReceiptProgress None => default;

    /// <summary>As one number, 0 for nothing: the form in which stores keep it.</summary>
    public short Stored => (short)(Math.Min(Sends, ResendBit - 1) | (Resend ? ResendBit : 0) | (Acknowledged ? AcknowledgedBit : 0) | (Answered ? AnsweredBit : 0));

    /// <summary>Reads <see cref="Stored"/>.</summary>
    /// <param name="stored">The number.</param>
    /// <returns>The progress.</returns>
    public static ReceiptProgress Of(short stored) =>
        new(stored & (ResendBit - 1), (stored & ResendBit) != 0, (stored & AcknowledgedBit) != 0, (stored & AnsweredBit) != 0);
}
