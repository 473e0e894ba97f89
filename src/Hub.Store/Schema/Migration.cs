using Hub.Store.Sql;

namespace Hub.Store.Schema;

/// <summary>One step of the schema. Forward only: a step that was released is never changed.</summary>
/// <param name="Number">1 for the first; one more for each.</param>
/// <param name="Statements">What it does.</param>
internal sealed record Migration(int Number, Func<Dialect, IReadOnlyList<string>> Statements)
{
    /// <summary>Whether a hub that does not know the step works on a database that has it: true for tables, indexes and columns that are added and may be left unset. It is what lets nodes be upgraded one by one, and an upgrade be taken back.</summary>
    public bool Additive { get; init; } = true;

    /// <summary>Every step, in order.</summary>
    public static IReadOnlyList<Migration> All { get; } =
    [
        new(1, InitialSchema.Statements),
        new(2, ReceiptSchema.Statements),
        new(3, RecordSchema.Statements),
        new(4, StatisticsSchema.Statements),
        new(5, TokenSchema.Statements),
        new(6, SharingSchema.Statements),
        new(7, HealthSchema.Statements),
        new(8, FlowSchema.Statements),
        new(9, WithdrawalSchema.Statements),
        new(10, ConflictSchema.Statements),
    ];

    /// <summary>The schema this version of the hub works with.</summary>
    public static int Latest => All[^1].Number;

    /// <summary>The oldest schema whose hub works on a database that has every step.</summary>
    public static int OldestReader => All.Where(m => !m.Additive).Select(m => m.Number).DefaultIfEmpty(1).Max();
}
