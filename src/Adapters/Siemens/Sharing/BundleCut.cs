using System.Buffers;
using System.Runtime.InteropServices;
using Hub.Core.Adapters;

namespace Hub.Adapters.Siemens.Sharing;

/// <summary>Writes the Bundle of one organisation: its entries byte for byte, so that numbers keep their digits, and of what stands around them only type and time.</summary>
internal static class BundleCut
{
    private static readonly string[] Kept = ["resourceType", "type", "timestamp"];

    /// <summary>Cuts it out.</summary>
    /// <param name="share">What belongs to the organisation.</param>
    /// <param name="body">The Bundle as received.</param>
    /// <param name="bundle">The same as JSON.</param>
    /// <param name="owners">Who owns what.</param>
    /// <param name="whole">True when no other organisation has a part in it.</param>
    public static SharedPart Of(Share share, ReadOnlyMemory<byte> body, RawBundle bundle, Owners owners, bool whole)
    {
        if (whole && bundle.Entries.All(e => share.Members.Contains(e.Place) || IsNobodys(e, share.Orgnr, owners)))
            return new SharedPart(share.Orgnr, body, [.. Enumerable.Range(0, bundle.Entries.Count)], share.Answered);
        var written = new ArrayBufferWriter<byte>(4096);
        written.Write("{"u8);
        foreach (var property in bundle.Root.EnumerateObject().Where(p => Kept.Contains(p.Name)))
        {
            written.Write("\""u8);
            written.Write(JsonMarshal.GetRawUtf8PropertyName(property));
            written.Write("\":"u8);
            written.Write(JsonMarshal.GetRawUtf8Value(property.Value));
            written.Write(","u8);
        }

        written.Write("\"entry\":["u8);
        var first = true;
        foreach (var place in share.Members)
        {
            written.Write(first ? ""u8 : ","u8);
            written.Write(JsonMarshal.GetRawUtf8Value(bundle.Entries[place].Json));
            first = false;
        }

        written.Write("]}"u8);
        return new SharedPart(share.Orgnr, written.WrittenMemory, [.. share.Members], share.Answered);
    }

    // A device or a practitioner that nothing refers to tells nothing of anybody; a patient does.
    private static bool IsNobodys(RawEntry entry, string orgnr, Owners owners) => entry.IsSupporting && entry switch
    {
        { Type: "Patient" } => owners.OfPatientEntry(entry) is var managing && managing.Count == 1 && managing.Contains(orgnr),
        { Type: "RelatedPerson" or "Observation" or "Condition" or "Goal" } => false,
        _ => true,
    };
}
