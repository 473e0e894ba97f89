using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Hub.Core.Errors;
using Hub.Core.Storage;
using Hub.Host.Errors;

namespace Hub.Host.Actions;

/// <summary>Says what somebody was shown, so that an action starts with nothing else. Sealed: any node can read it and nobody can make one.</summary>
/// <param name="Asked">Hash of what was asked.</param>
/// <param name="At">When it was shown.</param>
/// <param name="Counts">What was shown.</param>
internal sealed record PreviewToken(string Asked, DateTimeOffset At, ShownCounts Counts)
{
    private const string Installation = "-";
    private static readonly TimeSpan Lives = TimeSpan.FromMinutes(15);

    /// <summary>Hash of what is asked.</summary>
    public static string HashOf(ActVerb verb, JsonElement target, bool alsoDelivered, string who) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{verb}\n{alsoDelivered}\n{who}\n{JsonSerializer.Serialize(target)}")));

    /// <summary>Id of the action that a preview starts: the same preview starts the same action, so that a start that is sent twice is done once. Ids rise with the time of the preview.</summary>
    /// <param name="text">The token as it is handed out.</param>
    /// <param name="at">When it was shown.</param>
    public static string ActionId(string text, DateTimeOffset at)
    {
        // A UUID of version 7 (RFC 9562) whose random bits are those of the token.
        var id = Guid.CreateVersion7(at).ToByteArray(bigEndian: true);
        var hash = SHA256.HashData(Encoding.ASCII.GetBytes(text));
        (hash[6], hash[8]) = ((byte)((hash[6] & 0x0F) | 0x70), (byte)((hash[8] & 0x3F) | 0x80));
        hash.AsSpan(6, 10).CopyTo(id.AsSpan(6));
        return new Guid(id, bigEndian: true).ToString("N");
    }

    /// <summary>As it is handed out.</summary>
    public string Text(IBodyVault vault) => Base64Url.EncodeToString(vault.Seal(Installation, JsonSerializer.SerializeToUtf8Bytes(this)));

    /// <summary>Reads one, and looks whether it is for this.</summary>
    public static Result<PreviewToken> Read(string text, string asked, IBodyVault vault, DateTimeOffset now)
    {
        if (!Base64Url.IsValid(text))
            return HttpErrors.BadParameter.At("$.preview", "Must be the token of a preview");
        var opened = vault.Open(Installation, Base64Url.DecodeFromChars(text));
        if (!opened.IsOk)
            return HttpErrors.BadParameter.At("$.preview", "Must be the token of a preview");
        var token = JsonSerializer.Deserialize<PreviewToken>(opened.Value)!;
        if (token.Asked != asked)
            return OperatorErrors.SelectionChanged.At("$.preview", "The preview was of another kind, target or include, or was shown to somebody else");
        return now - token.At > Lives ? OperatorErrors.SelectionChanged.At("$.preview", "The preview is older than 15 minutes") : token;
    }
}
