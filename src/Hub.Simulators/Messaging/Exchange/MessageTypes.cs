using Hub.Kith.AppRec;
using Hub.Kith.Dialog;

namespace Hub.Simulators.Messaging;

/// <summary>Facts about types of message, code list 8279.</summary>
internal static class MessageTypes
{
    public const string AppRec = "APPREC";

    /// <summary>The version of the receipt that a type is answered with (HISD 1168, chapter 8).</summary>
    public static AppRecVersion ReceiptVersion(string type) => DialogProfile.Of(type) is { Version: DialogVersion.V10 } ? AppRecVersion.V10 : AppRecVersion.V11;
}
