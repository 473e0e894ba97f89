using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Hub.Ebxml.Certificates;

/// <summary>A certificate revocation list (RFC 5280, section 5). Only complete lists are read; partial ones are refused.</summary>
public sealed class RevocationList
{
    private readonly HashSet<string> _serials;
    private readonly ReadOnlyMemory<byte> _signed;
    private readonly string _algorithm;
    private readonly byte[] _signature;

    private RevocationList(Reading reading, ReadOnlyMemory<byte> signed, string algorithm, byte[] signature)
    {
        (IssuerName, ThisUpdate, NextUpdate, _serials) = (reading.Issuer, reading.ThisUpdate, reading.NextUpdate, reading.Serials);
        (_signed, _algorithm, _signature) = (signed, algorithm, signature);
    }

    /// <summary>DER of the issuer's name.</summary>
    public ReadOnlyMemory<byte> IssuerName { get; }

    /// <summary>When the list was made.</summary>
    public DateTimeOffset ThisUpdate { get; }

    /// <summary>When the next one was due; a list without one is never stale.</summary>
    public DateTimeOffset NextUpdate { get; }

    /// <summary>How many certificates are revoked.</summary>
    public int Count => _serials.Count;

    /// <summary>Reads a list.</summary>
    /// <param name="der">The DER of the list.</param>
    /// <returns>The list, or null when the bytes are not a complete revocation list.</returns>
    public static RevocationList? Read(ReadOnlyMemory<byte> der)
    {
        try
        {
            var outer = new AsnReader(der, AsnEncodingRules.DER).ReadSequence();
            var signed = outer.PeekEncodedValue();
            var reading = Reading.Of(outer.ReadSequence());
            var algorithm = outer.ReadSequence().ReadObjectIdentifier();
            return reading is null ? null : new RevocationList(reading, signed, algorithm, outer.ReadBitString(out _));
        }
        catch (AsnContentException)
        {
            return null;
        }
    }

    /// <summary>Whether a certificate is on the list. Ask only about certificates of the same issuer.</summary>
    /// <param name="certificate">The certificate.</param>
    public bool Contains(X509Certificate2 certificate)
    {
        ArgumentNullException.ThrowIfNull(certificate);
        return _serials.Contains(Convert.ToHexString(certificate.SerialNumberBytes.Span));
    }

    /// <summary>Whether the list was signed by that issuer, with SHA-2.</summary>
    /// <param name="issuer">The issuer's certificate.</param>
    public bool IsSignedBy(X509Certificate2 issuer)
    {
        ArgumentNullException.ThrowIfNull(issuer);
        HashAlgorithmName? hash = _algorithm switch
        {
            "1.2.840.113549.1.1.11" or "1.2.840.10045.4.3.2" => HashAlgorithmName.SHA256,
            "1.2.840.113549.1.1.12" or "1.2.840.10045.4.3.3" => HashAlgorithmName.SHA384,
            "1.2.840.113549.1.1.13" or "1.2.840.10045.4.3.4" => HashAlgorithmName.SHA512,
            _ => null,
        };
        if (hash is null || !issuer.SubjectName.RawData.AsSpan().SequenceEqual(IssuerName.Span))
            return false;
        using var rsa = issuer.GetRSAPublicKey();
        if (rsa is not null)
            return rsa.VerifyData(_signed.Span, _signature, hash.Value, RSASignaturePadding.Pkcs1);
        using var elliptic = issuer.GetECDsaPublicKey();
        return elliptic is not null && elliptic.VerifyData(_signed.Span, _signature, hash.Value, DSASignatureFormat.Rfc3279DerSequence);
    }

    private sealed record Reading(byte[] Issuer, DateTimeOffset ThisUpdate, DateTimeOffset NextUpdate, HashSet<string> Serials)
    {
        public static Reading? Of(AsnReader list)
        {
            if (list.PeekTag() == Asn1Tag.Integer)
                list.ReadInteger();
            list.ReadSequence();
            var issuer = list.ReadEncodedValue().ToArray();
            var thisUpdate = Time(list);
            var nextUpdate = list.HasData && IsTime(list.PeekTag()) ? Time(list) : DateTimeOffset.MaxValue.AddDays(-1000);
            var serials = new HashSet<string>(StringComparer.Ordinal);
            if (list.HasData && list.PeekTag() == Asn1Tag.Sequence)
                ReadSerials(list.ReadSequence(), serials);
            return list.HasData && IsPartial(list.ReadSequence(new Asn1Tag(TagClass.ContextSpecific, 0)).ReadSequence())
                ? null
                : new Reading(issuer, thisUpdate, nextUpdate, serials);
        }

        private static void ReadSerials(AsnReader entries, HashSet<string> serials)
        {
            while (entries.HasData)
                serials.Add(Convert.ToHexString(entries.ReadSequence().ReadIntegerBytes().Span));
        }

        private static bool IsTime(Asn1Tag tag) => tag == Asn1Tag.UtcTime || tag == Asn1Tag.GeneralizedTime;

        private static DateTimeOffset Time(AsnReader reader) =>
            reader.PeekTag() == Asn1Tag.UtcTime ? reader.ReadUtcTime() : reader.ReadGeneralizedTime();

        /// <summary>A critical extension (delta list, distribution point) says the list does not speak for all certificates of the issuer.</summary>
        private static bool IsPartial(AsnReader extensions)
        {
            while (extensions.HasData)
            {
                var extension = extensions.ReadSequence();
                extension.ReadObjectIdentifier();
                if (extension.PeekTag() == Asn1Tag.Boolean && extension.ReadBoolean())
                    return true;
            }

            return false;
        }
    }
}
