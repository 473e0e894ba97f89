using System.Globalization;
using Hub.Core.Errors;
using Hub.Core.Tenants;
using Hub.Ebxml.Agreements;

namespace Hub.Adapters.Ebxml;

/// <summary>Settings of a partner on the message network, beyond what agreement and register say.</summary>
public sealed record EbxmlOptions
{
    /// <summary>Names of the settings in tenant files.</summary>
    public static IReadOnlyList<string> Names { get; } = ["name", "serviceName", "responsible", "contactProfession", "attachments", "plaintext", "gzip", "sha1", "exclusiveC14n", "resends", "resendAfter", "answerWithin", "sync"];

    /// <summary>Form of the encrypted plaintext: a MIME part (HITS 1172, default) or the raw XML (as NAV does it).</summary>
    public bool RawPlaintext { get; init; }

    /// <summary>Whether the plaintext is compressed before encryption; default no.</summary>
    public bool Gzip { get; init; }

    /// <summary>Whether signatures with SHA-1 are taken from this partner; default no.</summary>
    public bool AcceptSha1 { get; init; }

    /// <summary>Whether exclusive canonicalisation is taken from this partner; default no.</summary>
    public bool AcceptExclusiveC14n { get; init; }

    /// <summary>Sends after the first one; null = as the agreement says (4).</summary>
    public int? Resends { get; init; }

    /// <summary>Time to the next send; null = as the agreement says (12 h).</summary>
    public TimeSpan? ResendAfter { get; init; }

    /// <summary>How long the receiver's system has to answer (AppRec), counted from acceptance; default 96 h.</summary>
    public TimeSpan AnswerWithin { get; init; } = TimeSpan.FromHours(96);

    /// <summary>Whether the answer comes in the same HTTP exchange (SyncReply); default no.</summary>
    public bool Sync { get; init; }

    /// <summary>Reads the options of a partner.</summary>
    /// <param name="partner">The partner.</param>
    /// <returns>The options, or every fault with its path.</returns>
    public static Result<EbxmlOptions> Read(PartnerConfig partner)
    {
        var errors = new List<HubError>();
        var options = new EbxmlOptions
        {
            RawPlaintext = OneOf("plaintext", "mime", "raw") == "raw",
            Gzip = Flag("gzip"),
            AcceptSha1 = OneOf("sha1", "refuse", "accept") == "accept",
            AcceptExclusiveC14n = OneOf("exclusiveC14n", "refuse", "accept") == "accept",
            Resends = Number("resends"),
            ResendAfter = Time("resendAfter"),
            AnswerWithin = Time("answerWithin") ?? TimeSpan.FromHours(96),
            Sync = Flag("sync"),
        };
        return errors.Count > 0 ? Result<EbxmlOptions>.Failed(errors) : options;

        string OneOf(string name, string standard, string other)
        {
            var text = partner.Options.GetValueOrDefault(name, standard);
            if (text != standard && text != other)
                errors.Add(ConfigErrors.BadValue.At($"options.{name}", $"'{name}' must be {standard} or {other}"));
            return text;
        }

        bool Flag(string name) => OneOf(name, "false", "true") == "true";

        int? Number(string name)
        {
            if (!partner.Options.TryGetValue(name, out var text))
                return null;
            if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= 100)
                return number;
            errors.Add(ConfigErrors.BadValue.At($"options.{name}", $"'{name}' must be a number from 0 to 100"));
            return null;
        }

        TimeSpan? Time(string name)
        {
            if (!partner.Options.TryGetValue(name, out var text))
                return null;
            if (DurationText.TryParse(text, out var time) && time > TimeSpan.Zero && time <= TimeSpan.FromDays(30))
                return time;
            errors.Add(ConfigErrors.BadValue.At($"options.{name}", $"'{name}' must be a duration such as 30s, 12h or 4d"));
            return null;
        }
    }

    /// <summary>How often and how long a message is sent.</summary>
    /// <param name="agreed">What the agreement says.</param>
    /// <returns>The agreed terms, with what the tenant file sets in their place.</returns>
    public ReliabilityTerms Over(ReliabilityTerms agreed) =>
        agreed with { Retries = Resends ?? agreed.Retries, RetryInterval = ResendAfter ?? agreed.RetryInterval };
}
