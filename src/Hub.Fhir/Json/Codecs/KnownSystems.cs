using System.Text;
using Hub.Fhir.Terminology;

namespace Hub.Fhir.Json.Codecs;

/// <summary>Texts that stand in nearly every message: shared when they are read, and put right when they are misspelt in a known way.</summary>
internal static class KnownSystems
{
    private static readonly string[] Shared =
    [
        CodeSystems.Loinc, CodeSystems.Snomed, CodeSystems.Ucum, CodeSystems.Nlk, CodeSystems.ObservationCategory,
        CodeSystems.ObservationInterpretation, CodeSystems.DataAbsentReason,
        CodeSystems.VkpAlertCode, CodeSystems.VkpCompositionCategory, CodeSystems.VkpCompositionEvent, CodeSystems.VkpCompositionSection,
        IdentifierSystems.Fnr, IdentifierSystems.Dnr, IdentifierSystems.Fhn, IdentifierSystems.Hpr, IdentifierSystems.Enh,
        "vital-signs", "Vital Signs", "final", "mm[Hg]", "/min", "kg", "Cel", "mmol/L", "mmol/l", "urn:ietf:rfc:3986", "Practitioner", "Patient",
        "85354-9", "8480-6", "8462-4", "8867-4", "2708-6", "59408-5", "8310-5", "29463-7", "9279-1", "15074-8",
        "75367002", "271649006", "271650006", "364075005", "431314004", "276885007", "27113001", "86290005", "434912009",
    ];

    private static readonly (byte[] Utf8, string Text)[]?[] Buckets = MakeBuckets();

    private static readonly string[] Spelled = [CodeSystems.Loinc, CodeSystems.Snomed, CodeSystems.Ucum];

    /// <summary>The right spelling of a system that is written with https, a trailing slash or other letter case; null when nothing is wrong.</summary>
    internal static string? Canonical(string value)
    {
        var slash = value.IndexOf("://", StringComparison.Ordinal);
        if (slash < 0 || value.Length > 40)
            return null;
        var scheme = value.AsSpan(0, slash);
        if (!scheme.Equals("http", StringComparison.OrdinalIgnoreCase) && !scheme.Equals("https", StringComparison.OrdinalIgnoreCase))
            return null;
        var rest = value.AsSpan(slash).TrimEnd('/');
        foreach (var known in Spelled)
        {
            if (rest.Equals(known.AsSpan(4), StringComparison.OrdinalIgnoreCase) && value != known)
                return known;
        }

        return null;
    }

    internal static bool TryShare(ReadOnlySpan<byte> utf8, out string text)
    {
        if (!utf8.IsEmpty && utf8.Length < 80 && Buckets[Hash(utf8)] is { } bucket)
        {
            foreach (var (bytes, shared) in bucket)
            {
                if (!utf8.SequenceEqual(bytes))
                    continue;
                text = shared;
                return true;
            }
        }

        text = "";
        return false;
    }

    private static int Hash(ReadOnlySpan<byte> utf8) => (utf8[^1] + (utf8[utf8.Length / 2] * 7) + (utf8.Length * 31)) & 127;

    private static (byte[] Utf8, string Text)[]?[] MakeBuckets()
    {
        var buckets = new (byte[] Utf8, string Text)[]?[128];
        foreach (var group in Shared.Select(text => (Utf8: Encoding.UTF8.GetBytes(text), Text: text)).GroupBy(pair => Hash(pair.Utf8)))
            buckets[group.Key] = [.. group];
        return buckets;
    }
}
