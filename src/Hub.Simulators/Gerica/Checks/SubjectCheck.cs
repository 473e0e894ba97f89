using System.Text.Json;
using Hub.Core.Identities;

namespace Hub.Simulators.Gerica;

/// <summary>Finds whom a resource is about: a logical reference by national id, or a reference to a Patient of the same Bundle.</summary>
internal static class SubjectCheck
{
    public static string? Find(JsonElement resource, string path, JsonElement? bundle, List<Complaint> complaints)
    {
        if (resource.Member("subject") is not { } subject)
        {
            complaints.Add(new($"{path}.subject", "is missing"));
            return null;
        }
        if (subject.Member("identifier") is { } identifier)
            return National(identifier, $"{path}.subject.identifier", complaints);
        if (subject.Text("reference") is { } reference && bundle?.Items("entry").FirstOrDefault(e => e.Is("fullUrl", reference)).Member("resource") is { } patient)
        {
            foreach (var id in patient.Items("identifier"))
                return National(id, "Patient.identifier", complaints);
        }
        complaints.Add(new($"{path}.subject", "names nobody by national id"));
        return null;
    }

    private static string? National(JsonElement identifier, string path, List<Complaint> complaints)
    {
        if (identifier.Text("system") is not (IdentifierSystems.Fnr or IdentifierSystems.Dnr or IdentifierSystems.Fhn))
            complaints.Add(new($"{path}.system", "is not the system of a national id"));
        if (identifier.Text("value") is { Length: 11 } value && value.All(char.IsAsciiDigit))
            return value;
        complaints.Add(new($"{path}.value", "is not eleven digits"));
        return null;
    }
}
