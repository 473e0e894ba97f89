using System.Xml.Linq;

namespace Hub.Adapters.Profil.Sending;

/// <summary>One entry of a document that is filed by a call of its own.</summary>
/// <param name="Resource">Where it goes, below the measure.</param>
/// <param name="ExternalId">Its id at the journal, the same for every try.</param>
/// <param name="Body">What is filed, with the id.</param>
/// <param name="BuildsOn">Version of the plan that this one comes after; null unless it is a plan.</param>
public sealed record FilingStep(string Resource, string ExternalId, XElement Body, int? BuildsOn = null);
