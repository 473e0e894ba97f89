using System.Text.Json;
using Hub.Core.Adapters;
using Hub.Core.Errors;

namespace Hub.Adapters.Json;

/// <summary>Messages that are one object, or an object with a list of them under one name, each entry standing for itself.</summary>
/// <param name="one">What an entry is called, in the singular.</param>
/// <param name="article">Its article at the start of a sentence.</param>
/// <param name="list">Name of the list, which is the plural too.</param>
/// <param name="most">Most entries in one list.</param>
/// <param name="read">Reads one entry; its path is for error texts.</param>
internal sealed class JsonBatch(string one, string article, string list, int most, Func<JsonElement, string, InboundMessage, ParsedEntry> read)
{
    private readonly Shape _shape = new(list);

    /// <summary>Reads a message.</summary>
    public ParsedMessage Read(InboundMessage input)
    {
        using var document = JsonInput.Open(input.Body, out var error);
        if (document is null)
            return ParsedMessage.Refused(error!);
        if (document.RootElement.ValueKind != JsonValueKind.Object)
            return ParsedMessage.Refused(IntakeErrors.BadFormat.At("$", $"{article} {one}, or an object with a list of {list}, is expected."));
        return document.RootElement.TryGetProperty(list, out _)
            ? ReadList(document.RootElement, input)
            : new ParsedMessage([read(document.RootElement, "$", input)], [], false);
    }

    private ParsedMessage ReadList(JsonElement root, InboundMessage input)
    {
        var whole = new Findings(input);
        var entries = Fields.Read(root, _shape, whole)!.Value(list);
        if (entries.ValueKind != JsonValueKind.Array || entries.GetArrayLength() == 0)
            whole.Fail(IntakeErrors.BadFormat, $"$.{list}", $"A list with at least one {one} is expected here.");
        else if (entries.GetArrayLength() > most)
            whole.Fail(IntakeErrors.TooManyEntries, $"$.{list}", $"At most {most} {list} are taken at once.");
        return whole.Errors.Count > 0
            ? ParsedMessage.Refused(whole.Errors)
            : new ParsedMessage([.. entries.EnumerateArray().Select((entry, i) => read(entry, $"$.{list}[{i}]", input))], [], true);
    }
}
