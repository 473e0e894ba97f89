using Hub.Store.Search;
using Hub.Store.Sql;

namespace Hub.Store.Schema;

/// <summary>The eighth schema: what operators search by. Every message names its flow, by one narrow index; the others hold only what is in trouble, tied to others or answered with a reference.</summary>
internal static class FlowSchema
{
    public static IReadOnlyList<string> Statements(Dialect d) =>
    [
        $"""
        create table flow (
          id {d.Key}, tenant {d.Name} not null, source {d.Name} not null, kind smallint not null, triage smallint not null, deliveries text not null)
        """,

        // 0 stands for a flow that is not known: rows of earlier versions, until they are filled.
        "alter table message add column flow integer not null default 0",
        "alter table delivery add column flow integer not null default 0",

        // Counts over a period read this alone.
        "create index message_flow on message (flow, id, accepted)",
        $"create index message_correlation on message ({NamedCandidates.Bytewise(d)}) where correlation is not null",
        $"create index delivery_flagged on delivery ({FlagText.Indexed(d)}, id) where {FlagText.IsFlagged}",
        "create index delivery_receipt on delivery (receipt) where receipt is not null",
    ];
}
