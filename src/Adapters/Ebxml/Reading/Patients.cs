using Hub.Core.Content;
using Hub.Core.Identities;
using Hub.Kith.MsgHead;

namespace Hub.Adapters.Ebxml.Reading;

/// <summary>The patient of a document.</summary>
internal static class Patients
{
    /// <summary>Series of the ids that stand in for a patient's where the document has none: each such document is a lane of its own.</summary>
    public const string NoPatient = "urn:hub:document-without-patient";

    private static readonly string[] National = [IdentifierSystems.Fnr, IdentifierSystems.Dnr, IdentifierSystems.Fhn];

    public static Patient Of(MsgInfo info)
    {
        if (info.Patient is not { } person)
            return new Patient(new Identifier(NoPatient, info.MsgId), null, []);
        var ids = person.Idents.Where(i => i.Id.Length > 0).Select(PartyIds.One).ToList();
        var first = ids.FirstOrDefault(i => National.Contains(i.System)) ?? ids.FirstOrDefault() ?? new Identifier(NoPatient, info.MsgId);
        return new Patient(first, Name(person.GivenName, person.MiddleName, person.FamilyName), [.. ids.Where(i => i != first)]);
    }

    public static string? Name(string? given, string? middle, string? family)
    {
        var name = string.Join(' ', new[] { given, middle, family }.Where(p => !string.IsNullOrWhiteSpace(p)).Select(p => p!.Trim()));
        return name.Length == 0 ? null : name;
    }
}
