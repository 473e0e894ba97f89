using System.Text;
using Hub.Core.Adapters;
using Hub.Core.Errors;
using Hub.Core.Tenants;

namespace Hub.Adapters.PeakFlow;

/// <summary>The character set that the vendor's files are declared to be in: a file cannot say so itself, and a guess would spoil names.</summary>
internal static class CsvCharset
{
    /// <summary>Name of the setting.</summary>
    public const string Option = "charset";

    private const string Utf8 = "utf-8";
    private const string Latin1 = "iso-8859-1";
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    private static ReadOnlySpan<byte> Mark => [0xEF, 0xBB, 0xBF];

    /// <summary>Finds what is wrong with the setting.</summary>
    public static HubError? Check(PartnerConfig partner) =>
        Of(partner) is Utf8 or Latin1 ? null : ConfigErrors.BadValue.At($"options.{Option}", $"{Utf8} or {Latin1} is expected here");

    /// <summary>The text of a file; a byte order mark is no part of it.</summary>
    public static Result<string> Read(InboundMessage input)
    {
        var bytes = input.Body.Span;
        var marked = bytes.StartsWith(Mark);
        if (Of(input.Partner) == Latin1)
            return marked ? IntakeErrors.WrongCharset.At(null, $"The file is marked as UTF-8, and the tenant file says {Latin1}") : Encoding.Latin1.GetString(bytes);
        try
        {
            return Strict.GetString(marked ? bytes[3..] : bytes);
        }
        catch (DecoderFallbackException)
        {
            return IntakeErrors.WrongCharset.At(null, $"The file is not valid UTF-8; where the vendor writes {Latin1}, set options.{Option}");
        }
    }

    private static string Of(PartnerConfig partner) => partner.Options.GetValueOrDefault(Option, Utf8);
}
