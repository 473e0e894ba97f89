using Hub.Core.Identities;

namespace Hub.Core.Content;

/// <summary>Whom a message is about.</summary>
/// <param name="Id">National identity number (fødselsnummer, D-nummer or felles hjelpenummer).</param>
/// <param name="Name">Name as received, null when not sent.</param>
/// <param name="OtherIds">Other identifiers that came with it (EPJ running number, vendor user id).</param>
public sealed record Patient(Identifier Id, string? Name, IReadOnlyList<Identifier> OtherIds);
