using Hub.Core.Identities;
using Hub.Kith.Types;

namespace Hub.Adapters.Ebxml.Reading;

/// <summary>Identifiers of the network in the hub's number series (lists 9051 and 8116; no-basis).</summary>
internal static class PartyIds
{
    private static readonly string[] Preferred = ["HER", "ENH", "HPR"];

    /// <summary>The identifier that names an organisation or person best; null when there is none.</summary>
    public static Identifier? Of(IReadOnlyList<Ident> idents) =>
        Preferred.Select(kind => idents.FirstOrDefault(i => i.IsKind(kind))).OfType<Ident>().Concat(idents).Select(One).FirstOrDefault();

    /// <summary>One identifier; a kind without a national series keeps its list and code.</summary>
    public static Identifier One(Ident ident) => new(
        ident.TypeId.V switch
        {
            "FNR" => IdentifierSystems.Fnr,
            "DNR" => IdentifierSystems.Dnr,
            "FHN" => IdentifierSystems.Fhn,
            "HNR" => IdentifierSystems.Hnr,
            "HPR" => IdentifierSystems.Hpr,
            "ENH" => IdentifierSystems.Orgnr,
            "HER" => IdentifierSystems.HerId,
            var other => $"urn:oid:{ident.TypeId.S ?? "2.16.578.1.12.4.1.1.8116"}#{other}",
        },
        ident.Id.Trim());
}
