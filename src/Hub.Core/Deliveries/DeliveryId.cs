using System.Globalization;

namespace Hub.Core.Deliveries;

/// <summary>Names one delivery: a message and which of its deliveries.</summary>
/// <param name="MessageId">The message.</param>
/// <param name="No">1 for its first delivery.</param>
public readonly record struct DeliveryId(long MessageId, short No) : IComparable<DeliveryId>
{
    /// <inheritdoc/>
    public int CompareTo(DeliveryId other)
    {
        var byMessage = MessageId.CompareTo(other.MessageId);
        return byMessage != 0 ? byMessage : No.CompareTo(other.No);
    }

    /// <summary>Form used in APIs: <c>4711.1</c>.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{MessageId}.{No}");

    /// <summary>Reads the form that <see cref="ToString"/> writes.</summary>
    /// <param name="text">The text.</param>
    /// <param name="id">The id.</param>
    /// <returns>False when the text has another form.</returns>
    public static bool TryParse(string text, out DeliveryId id)
    {
        id = default;
        var dot = text.IndexOf('.', StringComparison.Ordinal);
        if (dot <= 0
            || !long.TryParse(text.AsSpan(0, dot), NumberStyles.None, CultureInfo.InvariantCulture, out var message)
            || !short.TryParse(text.AsSpan(dot + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var no))
            return false;
        id = new DeliveryId(message, no);
        return true;
    }

    /// <summary>Order of acceptance.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">Other.</param>
    public static bool operator <(DeliveryId left, DeliveryId right) => left.CompareTo(right) < 0;

    /// <summary>Order of acceptance.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">Other.</param>
    public static bool operator >(DeliveryId left, DeliveryId right) => left.CompareTo(right) > 0;

    /// <summary>Order of acceptance.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">Other.</param>
    public static bool operator <=(DeliveryId left, DeliveryId right) => left.CompareTo(right) <= 0;

    /// <summary>Order of acceptance.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">Other.</param>
    public static bool operator >=(DeliveryId left, DeliveryId right) => left.CompareTo(right) >= 0;
}
