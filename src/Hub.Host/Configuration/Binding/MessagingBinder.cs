using Hub.Core.Errors;
using Hub.Core.Tenants;
using Hub.Host.Configuration.Yaml;

namespace Hub.Host.Configuration.Binding;

/// <summary>Reads a tenant's end of the national message network.</summary>
internal static class MessagingBinder
{
    private static readonly Dictionary<string, AnswerSource> Sources = new(StringComparer.Ordinal)
    {
        ["journal"] = AnswerSource.Journal,
        ["hub"] = AnswerSource.Hub,
    };

    /// <summary>Reads the section.</summary>
    /// <param name="section">The settings.</param>
    /// <returns>The configuration.</returns>
    public static MessagingConfig Bind(YamlSection section)
    {
        if (section.Value("her") is null)
            section.Fail("her", ConfigErrors.Missing, "'her' is required: the HER-id of the communication party that sends and receives");
        var decryption = section.Items("decryption", TenantKeys.KeyPair).Select(KeyPair).ToList();
        if (decryption.Count == 0)
            section.Fail("decryption", ConfigErrors.Missing, "'decryption' is required: at least one certificate with its key, the newest first");
        var standard = new MessagingConfig(section.Int("her", 0, 1, int.MaxValue), Signing(section), decryption, section.Required("register"));
        return standard with
        {
            Name = section.Text("name"),
            Phone = section.Text("phone"),
            Mail = section.Text("mail"),
            Trust = section.Text("trust"),
            Revocation = section.Text("revocation"),
            Maildir = section.Text("maildir"),
            Sendmail = section.Text("sendmail") ?? standard.Sendmail,
            Answers = section.OneOf("answers", standard.Answers, Sources),
            AnswerWithin = section.Duration("answerWithin", standard.AnswerWithin, TimeSpan.FromSeconds(1), TimeSpan.FromHours(96)),
        };
    }

    /// <summary>Reads where a partner is in the address register.</summary>
    /// <param name="section">The settings.</param>
    /// <returns>The address.</returns>
    public static HerAddress Her(YamlSection section)
    {
        if (section.Value("enterprise") is null)
            section.Fail("enterprise", ConfigErrors.Missing, "'enterprise' is required: the HER-id of the enterprise");
        var service = section.Int("service", 0, 1, int.MaxValue);
        return new HerAddress(section.Int("enterprise", 0, 1, int.MaxValue), service == 0 ? null : service);
    }

    private static KeyPairReference Signing(YamlSection section)
    {
        if (section.Section("signing", TenantKeys.KeyPair) is { } signing)
            return KeyPair(signing);
        if (section.Value("signing") is null)
            section.Fail("signing", ConfigErrors.Missing, "'signing' is required: the certificate that signs, with its key");
        return new KeyPairReference("", new SecretReference(""));
    }

    private static KeyPairReference KeyPair(YamlSection section)
    {
        var reference = new SecretReference(section.Required("key"));
        if (reference.Location.Length > 0 && !SecretReader.IsReference(reference))
            section.Fail("key", ConfigErrors.SecretInFile, "'key' must be file:/path or env:NAME");
        return new KeyPairReference(section.Required("certificate"), reference);
    }
}
