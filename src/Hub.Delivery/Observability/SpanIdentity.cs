using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Hub.Delivery.Observability;

/// <summary>Gives a span an id of our choice. .NET draws every span's id by chance and has no way to say another; a root whose id follows from the message's number is what lets steps on other nodes and days later name it as their parent.</summary>
internal static class SpanIdentity
{
    /// <summary>Whether it can be done with this version of .NET. Where not, spans of a message share their trace and have no parent.</summary>
    public static bool CanGive { get; } = Try();

    /// <summary>Gives a span its id. Nothing happens where that cannot be done.</summary>
    /// <param name="span">A span that has just begun, whose id nobody has asked for.</param>
    /// <param name="id">The id.</param>
    public static void Give(Activity span, ActivitySpanId id)
    {
        if (CanGive)
            Field(span) = id.ToHexString();
    }

    private static bool Try()
    {
        try
        {
            var id = ActivitySpanId.CreateFromString("00f067aa0ba902b7");
            using var probe = new Activity("probe").SetIdFormat(ActivityIdFormat.W3C).Start();
            Field(probe) = id.ToHexString();
            return probe.SpanId == id;
        }
        catch (MissingFieldException)
        {
            return false;
        }
    }

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_spanId")]
    private static extern ref string? Field(Activity span);
}
