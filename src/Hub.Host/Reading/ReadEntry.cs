using Hub.Core.Content;
using Hub.Fhir.Model;

namespace Hub.Host.Reading;

/// <summary>A resource on its way into an answer.</summary>
/// <param name="Resource">The resource; its id is set.</param>
/// <param name="Time">Its time.</param>
/// <param name="Partner">Whose it is.</param>
/// <param name="Group">What it is one of, for the last of each: kind of measurement, or codes.</param>
internal sealed record ReadEntry(DomainResource Resource, ClinicalTime Time, string Partner, string Group)
{
    /// <summary>Resources that go along with it.</summary>
    public IReadOnlyList<DomainResource> Included { get; init; } = [];

    /// <summary>The measurement it was made from; null when it was made from something else.</summary>
    public Measurement? Measurement { get; init; }

    /// <summary>Its id.</summary>
    public string Id => Resource.Id!;
}
