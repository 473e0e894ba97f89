using Hub.Fhir.Json;
using Hub.Fhir.Model;

namespace Hub.Simulators.Siemens;

/// <summary>What the vendor sends in one request.</summary>
/// <param name="Id">The vendor's name of it.</param>
/// <param name="IsTransaction">True for a transaction, false for a batch.</param>
/// <param name="Municipalities">Whose entries it holds.</param>
/// <param name="Sources">Identifiers of the entries that are answered, in order.</param>
/// <param name="Bundle">The Bundle.</param>
public sealed record SiemensBundle(string Id, bool IsTransaction, IReadOnlyList<SiemensMunicipality> Municipalities, IReadOnlyList<string> Sources, Bundle Bundle)
{
    /// <summary>The bytes.</summary>
    public byte[] Bytes { get; } = FhirJson.ToBytes(Bundle);

    /// <summary>Several Bundles as one batch, in order.</summary>
    /// <param name="id">Its name.</param>
    /// <param name="parts">The Bundles.</param>
    /// <returns>The batch.</returns>
    public static SiemensBundle Batch(string id, params IReadOnlyList<SiemensBundle> parts) => new(
        id, false, [.. parts.SelectMany(p => p.Municipalities).Distinct()], [.. parts.SelectMany(p => p.Sources)],
        new Bundle { Type = BundleType.Batch, Entry = parts.SelectMany(p => p.Bundle.Entry).DistinctBy(e => e.FullUrl).ToFhirList() });
}
