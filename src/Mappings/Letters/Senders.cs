namespace Hub.Mappings.Letters;

/// <summary>Where the responsible person of a letter goes, in the words of the ledger.</summary>
internal static class Senders
{
    public const string Responsible = "ansvarlig for meldingen";
}
