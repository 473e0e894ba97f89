using Hub.Core.Content;

namespace Hub.Adapters.Ebxml.Reading;

/// <summary>A document of the network in the hub's own words.</summary>
/// <param name="Patient">Whom it is about. A document without a patient has an id of its own in the place of the patient's.</param>
/// <param name="Content">What it says.</param>
/// <param name="LeftOut">What has no place in <paramref name="Content"/>; the document itself goes along unchanged.</param>
public sealed record ClinicalReading(Patient Patient, ClinicalMessage Content, IReadOnlyList<LeftOut> LeftOut);
