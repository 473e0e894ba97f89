using Hub.Adapters.Json;
using Hub.Adapters.Tellu.Codes;
using Hub.Core.Content;
using Hub.Core.Errors;
using Hub.Core.Identities;

namespace Hub.Adapters.Tellu.Reading;

/// <summary>Somebody who wrote, measured, closed or decided.</summary>
internal static class PersonReader
{
    private static readonly Shape Person = new("role", "name", "hpr", "orgnr", "user");

    public static Party? Read(Fields at, string name, bool required = false)
    {
        if (at.Object(name, Person, required) is not { } person)
            return null;
        var known = TelluCodes.Roles.TryRead(person, "role", out var role, required: true);
        var called = person.Text("name", longest: 500);
        Identifier? id = null;
        foreach (var (field, system) in TelluCodes.PersonIds)
        {
            if (person.Text(field, longest: 200)?.Trim() is not { } value)
                continue;
            if (id is null)
                id = new Identifier(system, value);
            else
                at.Findings.LeaveOut(person.PathOf(field), "A party carries one identifier; a stronger one came with it.");
        }

        if (id is null && called is null && role != PartyRole.Patient)
            person.Fail(IntakeErrors.Missing, "name", "A person has a name or an identifier.");
        return known ? new Party(role, id, called) : null;
    }
}
