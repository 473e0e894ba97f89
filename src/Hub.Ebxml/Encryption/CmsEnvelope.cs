using System.Formats.Asn1;

namespace Hub.Ebxml.Encryption;

/// <summary>A CMS EnvelopedData taken apart; BER is accepted, since some libraries stream their output.</summary>
internal sealed record CmsEnvelope(
    IReadOnlyList<CmsRecipient> Recipients, ContentCipher Cipher, byte[] Iv, byte[] Ciphertext)
{
    private const int MaxRecipients = 20;

    /// <summary>Reads a CMS message.</summary>
    /// <returns>The parts, or null and why not.</returns>
    public static (CmsEnvelope? Envelope, string? Fault) Read(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            var info = new AsnReader(bytes, AsnEncodingRules.BER, new AsnReaderOptions { SkipSetSortOrderVerification = true }).ReadSequence();
            if (info.ReadObjectIdentifier() != CmsOids.EnvelopedData)
                return (null, "the content is CMS, but not enveloped data");
            var enveloped = info.ReadSequence(new Asn1Tag(TagClass.ContextSpecific, 0)).ReadSequence();
            enveloped.ReadInteger();
            if (enveloped.PeekTag().HasSameClassAndValue(new Asn1Tag(TagClass.ContextSpecific, 0)))
                enveloped.ReadEncodedValue();
            var recipients = ReadRecipients(enveloped.ReadSetOf(skipSortOrderValidation: true));
            var content = enveloped.ReadSequence();
            content.ReadObjectIdentifier();
            var algorithm = content.ReadSequence();
            var oid = algorithm.ReadObjectIdentifier();
            if (CmsOids.Cipher(oid) is not { } cipher)
                return (null, $"the cipher {oid} is not accepted");
            var iv = algorithm.ReadOctetString();
            return (new CmsEnvelope(recipients, cipher, iv, content.ReadOctetString(new Asn1Tag(TagClass.ContextSpecific, 0))), null);
        }
        catch (AsnContentException)
        {
            return (null, "the content is not CMS enveloped data");
        }
    }

    private static List<CmsRecipient> ReadRecipients(AsnReader set)
    {
        var recipients = new List<CmsRecipient>(1);
        while (set.HasData && recipients.Count < MaxRecipients)
        {
            if (set.PeekTag() != new Asn1Tag(UniversalTagNumber.Sequence, isConstructed: true))
            {
                set.ReadEncodedValue();
                continue;
            }

            var recipient = set.ReadSequence();
            recipient.ReadInteger();
            recipients.Add(ReadRecipient(recipient));
        }

        return recipients;
    }

    private static CmsRecipient ReadRecipient(AsnReader recipient)
    {
        byte[]? issuer = null, serial = null, keyId = null;
        if (recipient.PeekTag().TagClass == TagClass.ContextSpecific)
        {
            keyId = recipient.ReadOctetString(new Asn1Tag(TagClass.ContextSpecific, 0));
        }
        else
        {
            var id = recipient.ReadSequence();
            issuer = id.ReadEncodedValue().ToArray();
            serial = id.ReadIntegerBytes().ToArray();
        }

        var algorithm = recipient.ReadSequence().ReadObjectIdentifier();
        return new CmsRecipient(issuer, serial, keyId, algorithm, recipient.ReadOctetString());
    }
}
