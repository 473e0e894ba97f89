using Hub.Kith.Plo.Wire;

namespace Hub.Kith.Plo;

/// <summary>Medical section: blood type, earlier illness, cave, allergies, and notes under the headings of list 9142, 9143 and 9145.</summary>
public sealed record MedisinskfagligeOpplysninger
{
    /// <summary>Blood type.</summary>
    public RegistrertBlodtype? RegistrertBlodtype { get; init; }

    /// <summary>Earlier illness.</summary>
    public IReadOnlyList<InfoTidligereSykdommer> InfoTidligereSykdommer { get; init; } = [];

    /// <summary>Cave.</summary>
    public Cave? Cave { get; init; }

    /// <summary>Allergies.</summary>
    public IReadOnlyList<Allerginotat> Allerginotat { get; init; } = [];

    /// <summary>Journal notes.</summary>
    public IReadOnlyList<GenereltJournalnotat> GenereltJournalnotat { get; init; } = [];

    internal static MedisinskfagligeOpplysninger Fields(PloFields f, MedisinskfagligeOpplysninger? x) => new()
    {
        RegistrertBlodtype = f.Part("RegistrertBlodtype", x?.RegistrertBlodtype, RegistrertBlodtype.Fields),
        InfoTidligereSykdommer = f.Parts("InfoTidligereSykdommer", x?.InfoTidligereSykdommer, Plo.InfoTidligereSykdommer.Fields),
        Cave = f.Part(PloSpace.Epj1, "Cave", x?.Cave, Cave.Fields),
        Allerginotat = f.Parts(PloSpace.Epj1, "Allerginotat", x?.Allerginotat, Plo.Allerginotat.Fields),
        GenereltJournalnotat = f.Parts(PloSpace.Epj2, "GenereltJournalnotat", x?.GenereltJournalnotat, Plo.GenereltJournalnotat.Fields),
    };
}
