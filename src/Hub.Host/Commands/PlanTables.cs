using System.Text.Json;
using static Hub.Host.Commands.AnswerText;

namespace Hub.Host.Commands;

/// <summary>Conflicts of shared plans for people.</summary>
internal static class PlanTables
{
    /// <summary>A page of conflicts.</summary>
    public static void Page(TextWriter output, JsonElement page)
    {
        var conflicts = Items(page, "conflicts").ToList();
        var table = Terminal.Table("SINCE", "TENANT", "CONFLICT", "STATE", "CODE", "EDIT FROM", "BASED ON", "LATEST", "LATEST FROM");
        foreach (var conflict in conflicts)
        {
            var latest = Latest(conflict);
            table.Row(
                Time(conflict, "since"), Text(conflict, "tenant"), Text(conflict, "id"), Text(conflict, "state"), Text(conflict, "code"), Text(conflict, "from"), Text(conflict, "basedOn"),
                Text(latest, "version"), Text(latest, "from"));
        }

        Terminal.Print(output, table);
        output.WriteLine(conflicts.Count switch { 0 => "No conflicts", 1 => "1 conflict", var count => $"{count} conflicts" });
        if (Text(page, "next") is { } next)
            output.WriteLine($"There are more: --before {next}");
    }

    /// <summary>One conflict, with the versions of its plan where they are told.</summary>
    public static void One(TextWriter output, JsonElement conflict)
    {
        output.WriteLine($"conflict  {Text(conflict, "id")} of {Text(conflict, "tenant")}, {Text(conflict, "state")}, {Text(conflict, "code")}");
        output.WriteLine($"edit      from {Text(conflict, "from")} at {Time(conflict, "since")}, made from version {Text(conflict, "basedOn")} when {Text(conflict, "against")} was the latest");
        output.WriteLine($"latest    version {Text(Latest(conflict), "version")} from {Text(Latest(conflict), "from")}");
        if (Text(conflict, "closedAt") is not null)
            output.WriteLine($"closed    {Time(conflict, "closedAt")} by {Text(conflict, "by")}, version {Text(conflict, "settledBy")} stands");
        if (!conflict.TryGetProperty("versions", out _))
            return;
        var table = Terminal.Table("VERSION", "AT", "FROM", "BASED ON");
        foreach (var version in Items(conflict, "versions"))
            table.Row(Text(version, "version"), Time(version, "at"), Text(version, "from"), Text(version, "basedOn"));
        Terminal.Print(output, table);
    }

    /// <summary>What an edit says other than its plan.</summary>
    public static void Difference(TextWriter output, JsonElement difference)
    {
        Lines(output, $"From version {Text(difference, "latest")}, the latest, to the edit", difference, "difference");
        if (Text(difference, "basedOn") is not { } basis)
            return;
        Lines(output, $"What the edit changed of version {basis}", difference, "edited");
        Lines(output, $"What others have changed of version {basis} since", difference, "meanwhile");
    }

    private static void Lines(TextWriter output, string title, JsonElement of, string name)
    {
        output.WriteLine(title);
        foreach (var line in of.GetProperty(name).GetString()!.Split('\n'))
            output.WriteLine(new string([.. line.Select(c => char.IsControl(c) ? '?' : c)]));
    }

    private static JsonElement Latest(JsonElement conflict) => conflict.TryGetProperty("latest", out var latest) ? latest : default;
}
