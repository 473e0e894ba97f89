using Hub.Adapters.Json;
using Hub.Core.Content;
using Hub.Core.Errors;
using Hub.Core.Identities;

namespace Hub.Adapters.Dignio;

/// <summary>Somebody who wrote, measured, chose or decided.</summary>
internal static class PartyReader
{
    private static readonly Shape Party = new("role", "name", "hpr", "nationalId", "orgnr", "userId");

    public static Party? Read(Fields at, string name, bool required = false)
    {
        if (at.Object(name, Party, required) is not { } fields)
            return null;
        if (fields.Choice("role", Words.Roles, required: true) is not { } role)
            return null;
        var called = fields.Text("name", longest: 500);
        return new Party(role, Id(fields, called), called);
    }

    // The strongest identifier is carried; the others are listed as left out rather than dropped in silence.
    private static Identifier? Id(Fields at, string? called)
    {
        Identifier? kept = null;
        Take(at, "hpr", IdentifierSystems.Hpr, ref kept);
        TakeNational(at, ref kept);
        Take(at, "orgnr", IdentifierSystems.Orgnr, ref kept);
        Take(at, "userId", PatientReader.UserIds, ref kept);
        if (kept is null && called is null && !at.Has("role"))
            at.Fail(IntakeErrors.Missing, "name");
        return kept;
    }

    private static void TakeNational(Fields at, ref Identifier? kept)
    {
        if (at.Text("nationalId", longest: 60) is not { } number)
            return;
        if (NationalId.Read(number, out var id) != NationalIdFault.None)
            at.Fail(IntakeErrors.BadNationalId, "nationalId", "The number does not have the form of a national identity number.");
        else
            Keep(at, "nationalId", new Identifier(id.System, id.Digits), ref kept);
    }

    private static void Take(Fields at, string name, string system, ref Identifier? kept)
    {
        if (at.Text(name, longest: 200) is { } value)
            Keep(at, name, new Identifier(system, value.Trim()), ref kept);
    }

    private static void Keep(Fields at, string name, Identifier id, ref Identifier? kept)
    {
        if (kept is null)
            kept = id;
        else
            at.Findings.LeaveOut(at.PathOf(name), "A party carries one identifier; a stronger one came with it.");
    }
}
