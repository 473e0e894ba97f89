namespace Hub.Ebxml.Envelope;

/// <summary>Text for people or, in the Norwegian profile, the JSON of HITS 1210.</summary>
/// <param name="Language">Value of <c>xml:lang</c>.</param>
/// <param name="Text">The text as written.</param>
public sealed record Description(string Language, string Text);
