using Hub.Core.Deliveries;

namespace Hub.Store.Text;

/// <summary>A delivery's id as one number, message * 32768 + no: one narrow primary key in the order of acceptance. What statements need of it is written here, too, so that the packing stands in one place.</summary>
internal static class DeliveryKey
{
    public const int Shift = 15;

    private const int Most = 1 << Shift;

    public static long Of(DeliveryId id) => (id.MessageId << Shift) | (ushort)id.No;

    public static long Of(long messageId, int no) => (messageId << Shift) | (uint)no;

    public static DeliveryId Id(long key) => new(key >> Shift, (short)(key & (Most - 1)));

    /// <summary>In a statement: the key of a message's delivery.</summary>
    public static string Made(string message, string no) => $"{message} * {Most} + {no}";

    /// <summary>In a statement: the message of a key.</summary>
    public static string MessageOf(string key) => $"({key} >> {Shift})";

    /// <summary>In a statement: the number within the message.</summary>
    public static string NoOf(string key) => $"({key} & {Most - 1})";

    /// <summary>In a statement: the condition that a key belongs to a message, by which the primary key is asked for a range.</summary>
    public static string OfMessage(string key, string message) => $"{key} > {message} * {Most} and {key} < ({message} + 1) * {Most}";
}
