using System.Globalization;

namespace Hub.ContractTests.Store;

/// <summary>Makes a database what an older version of the hub left: what each later schema added is taken out again.</summary>
internal static class Downgrade
{
    // By the number of the schema that added it.
    private static readonly IReadOnlyDictionary<int, string[]> Undo = new Dictionary<int, string[]>
    {
        [2] =
        [
            "drop index delivery_answer", "drop table exchange", "drop table correlation", "alter table step drop column remark",
            "alter table delivery drop column answer", "alter table delivery drop column receipts",
        ],
        [3] = ["drop table record"],
        [4] = ["alter table delivery drop column ended"],
        [5] = ["drop table token", "drop index audit_tenant"],
        [6] = ["drop table used_proof", "alter table record drop column parties"],
        [7] = ["drop table node_report", "drop table contact"],
        [8] =
        [
            "drop index delivery_receipt", "drop index delivery_flagged", "drop index message_correlation", "drop index message_flow",
            "alter table delivery drop column flow", "alter table message drop column flow", "drop table flow",
        ],
        [9] = ["drop index audit_withdrawal"],
        [10] = ["update record set due = null where kind = 'plan-conflict'"],
    };

    public static async Task ToAsync(TestDatabase database, int schema)
    {
        foreach (var statement in Undo.Where(u => u.Key > schema).OrderByDescending(u => u.Key).SelectMany(u => u.Value))
            await database.RunAsync(statement);
        await database.RunAsync(string.Create(CultureInfo.InvariantCulture, $"update meta set value = '{schema}' where name = 'schema'"));
    }
}
