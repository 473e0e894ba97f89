using System.Globalization;
using System.Xml.Linq;
using Hub.Adapters.Http;
using Hub.Core.Adapters;

namespace Hub.Adapters.Profil.Exchange;

/// <summary>What the journal answered.</summary>
/// <param name="Status">HTTP status; 0 when there was none.</param>
/// <param name="Headers">Headers that decide what it means.</param>
/// <param name="Version">Version of the interface that the answer names, null when it names none.</param>
/// <param name="Body">Root element; null when the body is not XML of the interface.</param>
/// <param name="Failure">Why there is no answer; null when there is one.</param>
public sealed record ProfilReply(int Status, AnswerHeaders Headers, string? Version, XElement? Body, SendOutcome.Failed? Failure = null)
{
    /// <summary>No answer.</summary>
    /// <param name="failure">Why.</param>
    /// <returns>The reply.</returns>
    public static ProfilReply Lost(SendOutcome.Failed failure) => new(0, new AnswerHeaders(""), null, null, failure);

    /// <summary>The journal's own error number; 0 when the body is no error. An error counts whatever the HTTP status says.</summary>
    public int ErrorCode => Body?.Name.LocalName == "feil" && int.TryParse(Body.Attribute("feilkode")?.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var code) ? code : 0;

    /// <summary>True for a page that is meant for people.</summary>
    public bool IsPage => Headers.MediaType.Contains("html", StringComparison.Ordinal);

    /// <summary>A number in an attribute of the body, null when there is none.</summary>
    /// <param name="attribute">The attribute.</param>
    /// <returns>The digits as written.</returns>
    public string? Number(string attribute) => Body?.Attribute(attribute)?.Value is { Length: > 0 and <= 18 } text && text.All(char.IsAsciiDigit) ? text : null;
}
