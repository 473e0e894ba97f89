using System.Collections.Frozen;
using System.Text.Json;
using Hub.Core.Errors;
using Hub.Host.Composition;

namespace Hub.Host.Errors;

/// <summary>What error codes mean and what to do, in one language. Codes never change; words may.</summary>
internal sealed class ErrorWords
{
    private static readonly Lazy<ErrorWords> LazyEnglish = new(() => new ErrorWords("en", Definitions.ToFrozenDictionary(d => d.Code, d => new ErrorWord(d.Title, d.Action), StringComparer.Ordinal)));
    private static readonly Lazy<ErrorWords> LazyNorwegian = new(() => new ErrorWords("nb", Read()));

    private readonly FrozenDictionary<string, ErrorWord> _words;

    private ErrorWords(string language, FrozenDictionary<string, ErrorWord> words) => (Language, _words) = (language, words);

    /// <summary>The words of the catalogue.</summary>
    public static ErrorWords English => LazyEnglish.Value;

    /// <summary>Norwegian (bokmål), from norwegian.json beside this class.</summary>
    public static ErrorWords Norwegian => LazyNorwegian.Value;

    /// <summary>Language tag (BCP 47).</summary>
    public string Language { get; }

    /// <summary>Every code that has words.</summary>
    public IReadOnlyDictionary<string, ErrorWord> All => _words;

    private static IReadOnlyList<ErrorDefinition> Definitions => ErrorCatalogue.In(Parts.ErrorAssemblies);

    /// <summary>The words for who asks.</summary>
    /// <param name="request">The request.</param>
    /// <returns>Norwegian where Accept-Language prefers it, else English.</returns>
    public static ErrorWords For(HttpRequest request) => Speech.IsNorwegian(request) ? Norwegian : English;

    /// <summary>What went wrong, by its code.</summary>
    /// <param name="error">The error.</param>
    /// <returns>A title; the error's own text for a code without words.</returns>
    public string Title(HubError error) => _words.TryGetValue(error.Code, out var word) ? word.Title : error.Text;

    /// <summary>What went wrong, exactly. What goes beyond the title is told in English, as it is made where it happens.</summary>
    /// <param name="error">The error.</param>
    /// <returns>The error's own text, or the title of its code where it says no more than that.</returns>
    public string Text(HubError error) => error.Text == English.Title(error) ? Title(error) : error.Text;

    /// <summary>What a person can do about an error.</summary>
    /// <param name="error">The error.</param>
    /// <returns>A sentence; null for a code without words.</returns>
    public string? Action(HubError error) => _words.TryGetValue(error.Code, out var word) ? word.Action : null;

    private static FrozenDictionary<string, ErrorWord> Read()
    {
        using var stream = typeof(ErrorWords).Assembly.GetManifestResourceStream("errors/norwegian.json")!;
        return JsonSerializer.Deserialize<Dictionary<string, ErrorWord>>(stream, JsonSerializerOptions.Web)!.ToFrozenDictionary(StringComparer.Ordinal);
    }
}

/// <summary>Words of one code.</summary>
/// <param name="Title">What went wrong, in a few words.</param>
/// <param name="Action">What a person can do about it.</param>
internal sealed record ErrorWord(string Title, string Action);
