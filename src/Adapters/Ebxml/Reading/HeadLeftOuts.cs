using Hub.Core.Content;
using Hub.Kith.MsgHead;

namespace Hub.Adapters.Ebxml.Reading;

/// <summary>What of a document's head has no place in the content. It stays in the document, which goes along as it came.</summary>
internal static class HeadLeftOuts
{
    private const string Kept = "kept in the document as received";

    public static IReadOnlyList<LeftOut> Of(MsgInfo info)
    {
        var left = new List<LeftOut>();
        Add(info.OtherReceivers.Count > 0, "MsgInfo.OtherReceiver");
        Add(info.RequestedPriority is not null, "MsgInfo.RequestedPriority");
        Add(info.ProcessingStatus is not null, "MsgInfo.ProcessingStatus");
        Add(info.Patient?.Address is not null, "MsgInfo.Patient.Address");
        Add(info.Patient?.TeleComs.Count > 0, "MsgInfo.Patient.TeleCom");
        Add(info.Sender.Organisation.Address is not null, "MsgInfo.Sender.Organisation.Address");
        Add(info.Sender.Organisation.TeleComs.Count > 0, "MsgInfo.Sender.Organisation.TeleCom");
        return left;

        void Add(bool present, string path)
        {
            if (present)
                left.Add(new LeftOut(path, Kept));
        }
    }
}
