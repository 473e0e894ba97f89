using System.Text.Json;
using Hub.Adapters.Json;
using Hub.Core.Content;
using Hub.Core.Errors;

namespace Hub.Adapters.Dignio;

/// <summary>Chat lines that staff chose for the journal: marked as an excerpt, chosen by a practitioner, and few. The whole log is refused.</summary>
internal static class ChatReader
{
    /// <summary>Most lines of an excerpt. What is longer was not chosen line by line.</summary>
    public const int MostLines = 50;

    private static readonly Shape Body = new("excerpt", "lines", "chosenBy", "reason");

    private static readonly Shape Line = new("at", "from", "text");

    public static ChatExcerpt? Read(Fields at, ClinicalTime? time)
    {
        if (at.Object("chat", Body, required: true) is not { } body)
            return null;

        if (body.Value("excerpt").ValueKind != JsonValueKind.True)
            body.Fail(IntakeErrors.NotAnExcerpt, "excerpt", "An excerpt that staff chose says so: true.");
        var chosen = body.Objects("lines", Line, required: true);
        if (chosen.Count > MostLines)
            body.Fail(IntakeErrors.NotAnExcerpt, "lines", $"An excerpt has at most {MostLines} lines.");

        var lines = new List<ChatLine>();
        foreach (var line in chosen)
        {
            var written = line.Time("at", required: true);
            var from = PartyReader.Read(line, "from", required: true);
            var text = line.Text("text", required: true);
            if (written is not null && from is not null && text is not null)
                lines.Add(new ChatLine(written.Start, from, PlainText.From(text, line.Findings, line.PathOf("text"))));
        }

        var chosenBy = PartyReader.Read(body, "chosenBy", required: true);
        if (chosenBy is { Role: not PartyRole.Practitioner })
            body.Fail(IntakeErrors.NotAnExcerpt, "chosenBy", "A practitioner chooses what goes into the journal.");
        var reason = body.Text("reason");
        return time is null ? null : new ChatExcerpt(time, lines) { ChosenBy = chosenBy, Reason = reason };
    }
}
