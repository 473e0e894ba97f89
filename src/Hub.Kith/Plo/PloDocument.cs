using Hub.Kith.Plo.Wire;
using Hub.Kith.Xml;

namespace Hub.Kith.Plo;

/// <summary>A PLO message: the business document inside the MsgHead. Element names are the standard's own.</summary>
public sealed record PloDocument
{
    /// <summary>Version of the standard; 1.6 for what is sent.</summary>
    public PloVersion Version { get; init; } = PloVersion.V16;

    /// <summary>What begins every message: status, persons, units, who is responsible.</summary>
    public PloOpening Opening { get; init; } = new();

    /// <summary>What is particular to the type.</summary>
    public required PloBody Body { get; init; }

    /// <summary>Parts of a document read that no field takes, kept as they stood. Empty for every document that its schema accepts; not written.</summary>
    public IReadOnlyList<UnreadPart> Unread { get; init; } = [];

    /// <summary>The type of message.</summary>
    public PloType Type => Body.Type;

    /// <summary>What is fixed for the type.</summary>
    public PloTypeInfo Info => PloTypes.Of(Type);

    /// <summary>Status of the sending, list 7309: N, M or C; empty when it is missing.</summary>
    public string Status => Opening.InformasjonOmForsendelsen?.Forsendelsesstatus?.V ?? "";

    /// <summary>Every Journaltekst, wherever it stands, in document order; those inside <see cref="Unread"/> last.</summary>
    public IReadOnlyList<JournalEntry> AllTexts => PloContents.Of(this).Texts;

    internal void Walk(PloFields f)
    {
        PloOpening.Fields(f, Opening);
        if (Info.Use is not { } use)
        {
            Body.Walk(f);
            return;
        }

        f.Use(use, Body, static (g, body) =>
        {
            body!.Walk(g);
            return body;
        });
    }
}
