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
