using Hub.Core.Adapters;
using Hub.Core.Tenants;

namespace Hub.Adapters.Gerica;

/// <summary>The way to a Gerica-like journal. The interface is modelled; see the README beside this file.</summary>
public sealed class GericaAdapter : IOutboundAdapter
{
    /// <inheritdoc/>
    public string Name => "gerica";

    /// <summary><c>patientName: omit</c> keeps the patient's name out of documents (read by the mappings).</summary>
    public IReadOnlyList<string> Options { get; } = ["patientName"];

    /// <inheritdoc/>
    public ISender Open(PartnerConfig partner, SenderContext context) => new GericaSender(partner, context);
}
