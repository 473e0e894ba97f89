using Hub.Core.Content;

namespace Hub.Adapters.Tellu.Codes;

/// <summary>What an entry tells: list <c>kind</c>. The numbers are part of source ids and never change.</summary>
internal enum EntryKind
{
    Reading = 10,
    AlertRaised = 20,
    AlertClosed = 21,
    FreeNote = 30,
    AlertNote = 31,
    TaskNotDone = 32,
    Form = 40,
    Plan = 50,
    Status = 60,
}

/// <summary>The list <c>kind</c>, and the field of the entry in which each kind has its body.</summary>
internal static class EntryKinds
{
    public static CodeTable<EntryKind> Table { get; } = new("kind", [.. Enum.GetValues<EntryKind>().Select(k => ((int)k, k))]);

    public static IReadOnlyList<string> Bodies { get; } = ["reading", "alert", "note", "form", "plan", "status"];

    public static string BodyOf(EntryKind kind) => kind switch
    {
        EntryKind.Reading => "reading",
        EntryKind.AlertRaised or EntryKind.AlertClosed => "alert",
        EntryKind.FreeNote or EntryKind.AlertNote or EntryKind.TaskNotDone => "note",
        EntryKind.Form => "form",
        EntryKind.Plan => "plan",
        _ => "status",
    };

    /// <summary>The category of a note (<see cref="JournalNote.NoteCategory"/>).</summary>
    public static string CategoryOf(EntryKind kind) => kind switch
    {
        EntryKind.AlertNote => "alert-closed",
        EntryKind.TaskNotDone => "task-not-done",
        _ => "free",
    };
}
