using Hub.Adapters.Json;
using Hub.Core.Content;

namespace Hub.Adapters.Dignio;

/// <summary>Chat lines that staff chose for the journal.</summary>
internal static class ChatReader
{
    private static readonly Shape Body = new("lines", "chosenBy", "reason");

    private static readonly Shape Line = new("at", "from", "text");

    public static ChatExcerpt? Read(Fields at, ClinicalTime? time)
    {
        if (at.Object("chat", Body, required: true) is not { } body)
            return null;

        var lines = new List<ChatLine>();
        foreach (var line in body.Objects("lines", Line, required: true))
        {
            var written = line.Time("at", required: true);
            var from = PartyReader.Read(line, "from", required: true);
            var text = line.Text("text", required: true);
            if (written is not null && from is not null && text is not null)
                lines.Add(new ChatLine(written.Start, from, PlainText.From(text, line.Findings, line.PathOf("text"))));
        }

        var chosenBy = PartyReader.Read(body, "chosenBy", required: true);
        var reason = body.Text("reason");
        return time is null ? null : new ChatExcerpt(time, lines) { ChosenBy = chosenBy, Reason = reason };
    }
}
