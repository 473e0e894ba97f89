using System.Text.Json;
using Hub.Adapters.Siemens.Reading;
using Hub.Core.Adapters;
using Hub.Core.Errors;
using Hub.Core.Tenants;

namespace Hub.Adapters.Siemens.Sharing;

/// <summary>Cuts a Bundle of many organisations into one Bundle for each.</summary>
internal static class BundleSplit
{
    /// <summary>Most entries over all organisations; a tenant's own part is bounded by <see cref="BundleReader.MostEntries"/>.</summary>
    public const int MostEntries = 10_000;

    private static readonly string[] Methods = ["POST", "PUT"];

    private static readonly string[] Known =
        ["resourceType", "id", "meta", "implicitRules", "language", "identifier", "type", "timestamp", "total", "link", "entry", "signature"];

    /// <summary>Cuts it.</summary>
    /// <param name="body">The bytes.</param>
    /// <param name="root">The same as JSON.</param>
    /// <param name="mode">How strictly it is read.</param>
    public static SharedSplit Of(ReadOnlyMemory<byte> body, JsonElement root, InboundMode mode)
    {
        if (Fault(root, mode) is { } fault)
            return SharedSplit.Refused(fault);
        var bundle = new RawBundle(root);
        var isTransaction = RawBundle.Text(root, "type") == "transaction";
        if (Fault(bundle) is { } inside)
            return SharedSplit.Refused(inside);
        var owners = new Owners(bundle);
        var shares = new List<Share>();
        var errors = new HubError?[bundle.Entries.Count];
        foreach (var entry in bundle.Entries.Where(e => !e.IsSupporting))
            errors[entry.Place] = Assign(entry, bundle, owners, shares);
        if (shares.Count == 0 && errors.All(e => e is null))
            return SharedSplit.Refused(IntakeErrors.Missing.At("Bundle.entry", "The Bundle holds nothing that is taken in."));
        if (isTransaction && shares.Count > 1)
            return SharedSplit.Refused(FhirErrors.SeveralOrganizations.At("Bundle"));
        if (isTransaction && errors.OfType<HubError>().ToList() is { Count: > 0 } refused)
            return SharedSplit.Refused(refused);
        return new SharedSplit(
            [], isTransaction,
            [.. bundle.Entries.Select(e => new SharedEntry(e.FullUrl, e.Type, errors[e.Place] is { } error ? [error] : []))],
            [.. shares.Select(s => BundleCut.Of(s, body, bundle, owners, whole: shares.Count == 1))]);
    }

    private static HubError? Assign(RawEntry entry, RawBundle bundle, Owners owners, List<Share> shares)
    {
        var path = $"Bundle.entry[{entry.Place}]";
        if (entry.Method is { } method && !Methods.Contains(method))
            return FhirErrors.NotTaken.At($"{path}.request.method", "Only POST and PUT are taken; nothing is read, changed or deleted here.");
        if (entry.Resource.ValueKind != JsonValueKind.Object)
            return IntakeErrors.Missing.At($"{path}.resource");
        if (owners.Of(entry) is not { Orgnr: { } owner } unknown)
            return owners.Of(entry).Error;
        var needed = Closure.Of(entry, owner, bundle, owners, out var foreign);
        if (foreign is not null)
            return foreign;
        var share = shares.Find(s => s.Orgnr == owner);
        if (share is null)
            shares.Add(share = new Share(owner));
        share.Answered.Add(entry.Place);
        share.Members.Add(entry.Place);
        share.Members.UnionWith(needed);
        return null;
    }

    // What stands around the entries must be understood before it is cut: a name that nobody knows could hold anything, and would be lost.
    private static HubError? Fault(JsonElement root, InboundMode mode)
    {
        if (root.ValueKind != JsonValueKind.Object || RawBundle.Text(root, "resourceType") != "Bundle")
            return FhirErrors.NotTaken.At("resourceType", "A transaction or a batch is taken here.");
        var names = root.EnumerateObject().Select(p => p.Name).ToList();
        if (names.Distinct(StringComparer.Ordinal).Count() != names.Count)
            return IntakeErrors.DuplicateProperty.At("Bundle");
        if (mode == InboundMode.Strict && names.Exists(n => !Known.Contains(n.TrimStart('_'))))
            return IntakeErrors.UnknownField.At("Bundle");
        if (names.Contains("implicitRules"))
            return FhirErrors.NotTaken.At("Bundle.implicitRules", "This element may change the meaning of what it stands in and is not known here; send the resource without it.");
        return RawBundle.Text(root, "type") is "batch" or "transaction" ? null : FhirErrors.NotTaken.At("Bundle.type", "A transaction or a batch is taken here.");
    }

    // Two entries of one name: a reference to it could mean either (bdl-7).
    private static HubError? Fault(RawBundle bundle)
    {
        if (bundle.Entries.Count > MostEntries)
            return IntakeErrors.TooManyEntries.At("Bundle.entry", $"At most {MostEntries} entries are taken at once.");
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return bundle.Entries.FirstOrDefault(e => e.FullUrl is { } url && !seen.Add(url)) is { } twice
            ? FhirErrors.RuleBroken.At($"Bundle.entry[{twice.Place}].fullUrl", "FullUrl must be unique in a Bundle (FHIR R4 bdl-7)")
            : null;
    }
}

/// <summary>What one organisation gets.</summary>
/// <param name="Orgnr">Its number.</param>
internal sealed record Share(string Orgnr)
{
    /// <summary>Places of its entries and of what they need.</summary>
    public SortedSet<int> Members { get; } = [];

    /// <summary>Places of its entries.</summary>
    public List<int> Answered { get; } = [];
}
