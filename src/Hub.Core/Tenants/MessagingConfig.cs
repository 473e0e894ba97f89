namespace Hub.Core.Tenants;

/// <summary>A tenant's own end of the national message network: who it is there, its keys, and where mail is handed over and fetched.</summary>
/// <param name="Her">HER-id of the communication party that sends and receives (service level).</param>
/// <param name="Signing">Certificate and key that sign (key usage non-repudiation).</param>
/// <param name="Decryption">Certificates and keys that open, the newest first; older ones stay for messages on their way.</param>
/// <param name="Register">Directory with entries of the address register (<c>*.json</c>) and agreements (<c>*.xml</c>).</param>
public sealed record MessagingConfig(int Her, KeyPairReference Signing, IReadOnlyList<KeyPairReference> Decryption, string Register)
{
    /// <summary>Name of the communication party in documents; null = the organisation's name.</summary>
    public string? Name { get; init; }

    /// <summary>Telephone of the communication party, which documents must carry (HIS 1174); null when not set.</summary>
    public string? Phone { get; init; }

    /// <summary>Mail address of the communication party; null when it has none.</summary>
    public string? Mail { get; init; }

    /// <summary>Directory with issuers' certificates that are trusted; null = partners' certificates are trusted by the register alone.</summary>
    public string? Trust { get; init; }

    /// <summary>Directory with revocation lists; null = revocation is not checked.</summary>
    public string? Revocation { get; init; }

    /// <summary>Maildir that incoming mail is delivered to; null when the tenant receives over HTTPS only.</summary>
    public string? Maildir { get; init; }

    /// <summary>Program that takes outgoing mail, sendmail-compatible; default <c>/usr/sbin/sendmail</c>.</summary>
    public string Sendmail { get; init; } = "/usr/sbin/sendmail";

    /// <summary>Who answers incoming documents (AppRec): the journal by what it did with them (default), or the hub at once.</summary>
    public AnswerSource Answers { get; init; } = AnswerSource.Journal;

    /// <summary>How long after arrival the answer goes out at the latest; default 90 h of the 96 h that senders wait.</summary>
    public TimeSpan AnswerWithin { get; init; } = TimeSpan.FromHours(90);
}

/// <summary>Who answers incoming documents.</summary>
public enum AnswerSource
{
    /// <summary>The journal, by taking or refusing the document.</summary>
    Journal,

    /// <summary>The hub, once the document is durable.</summary>
    Hub,
}

/// <summary>A certificate and its private key, as files in PEM form.</summary>
/// <param name="Certificate">Path of the certificate.</param>
/// <param name="Key">Where the key is: a PKCS#8 PEM text.</param>
public sealed record KeyPairReference(string Certificate, SecretReference Key);
