using Hub.Core.Content;
using Hub.Mappings.Ledger;

namespace Hub.Mappings.Fhir.Patients;

/// <summary>Protected addresses (adressebeskyttelse): a confidential or strictly confidential address leaves the journal by no route, nor does what tells where the home is.</summary>
public static class ProtectedHome
{
    /// <summary>Why nothing is told of the home.</summary>
    public const string Reason = "The address is protected in the population register and is never passed on";

    /// <summary>Whether the home must not be told of.</summary>
    /// <param name="personalia">The patient.</param>
    /// <returns>True for a protected address.</returns>
    public static bool Hides(Personalia personalia) => personalia.Protection != AddressProtection.None;

    /// <summary>The lines of what was held back.</summary>
    /// <param name="personalia">The patient; one whose home is hidden.</param>
    /// <param name="ledger">Takes them.</param>
    public static void Account(Personalia personalia, MappingLedger ledger)
    {
        ledger.AddIf(personalia.Addresses.Count > 0, Line.Left("Addresses", Reason));
        ledger.AddIf(personalia.KeyBox is not null, Line.Left("KeyBox", $"{Reason}; the place of the key box tells it"));
    }
}
