using Hub.Core.Deliveries;

namespace Hub.Store.Text;

/// <summary>A delivery's id as one number, message * 32768 + no: one narrow primary key in the order of acceptance.</summary>
internal static class DeliveryKey
{
    public const int Shift = 15;

    public static long Of(DeliveryId id) => (id.MessageId << Shift) | (ushort)id.No;

    public static long Of(long messageId, int no) => (messageId << Shift) | (uint)no;

    public static DeliveryId Id(long key) => new(key >> Shift, (short)(key & short.MaxValue));
}
