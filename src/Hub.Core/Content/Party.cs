using Hub.Core.Identities;

namespace Hub.Core.Content;

/// <summary>In what capacity a party acts.</summary>
public enum PartyRole
{
    /// <summary>Health personnel.</summary>
    Practitioner,

    /// <summary>The patient.</summary>
    Patient,

    /// <summary>An organisation.</summary>
    Organization,

    /// <summary>A relative.</summary>
    RelatedPerson,

    /// <summary>A system acting by itself.</summary>
    System,
}

/// <summary>Somebody who wrote, measured, chose or decided.</summary>
/// <param name="Role">In what capacity.</param>
/// <param name="Id">Identifier, null when the source named none. Systems may be missing in what vendors send: then <c>System</c> is empty.</param>
/// <param name="Name">Name as received, null when unknown.</param>
public sealed record Party(PartyRole Role, Identifier? Id, string? Name = null);
