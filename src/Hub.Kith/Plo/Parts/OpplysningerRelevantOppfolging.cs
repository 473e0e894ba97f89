using Hub.Kith.Plo.Wire;

namespace Hub.Kith.Plo;

/// <summary>What matters for the follow-up.</summary>
public sealed record OpplysningerRelevantOppfolging
{
    /// <summary>Whether dressings or disposables are needed.</summary>
    public bool? BandasjemateriellEngangsutstyr { get; init; }

    /// <summary>Whether help with medication is needed.</summary>
    public bool? HjelpLegemiddeladm { get; init; }

    /// <summary>How the level of function has changed.</summary>
    public string? EndringFunksjonsnivaa { get; init; }

    /// <summary>Note on dressings. Only from 1.6.</summary>
    public string? MerknadTilBandasjemateriell { get; init; }

    /// <summary>Note on help with medication. Only from 1.6.</summary>
    public string? MerknadTilLegemiddeladministrering { get; init; }

    internal static OpplysningerRelevantOppfolging Fields(PloFields f, OpplysningerRelevantOppfolging? x) => new()
    {
        BandasjemateriellEngangsutstyr = f.Flag("BandasjemateriellEngangsutstyr", x?.BandasjemateriellEngangsutstyr),
        HjelpLegemiddeladm = f.Flag("HjelpLegemiddeladm", x?.HjelpLegemiddeladm),
        EndringFunksjonsnivaa = f.Text("EndringFunksjonsnivaa", x?.EndringFunksjonsnivaa),
        MerknadTilBandasjemateriell = f.Text("MerknadTilBandasjemateriell", x?.MerknadTilBandasjemateriell, since16: true),
        MerknadTilLegemiddeladministrering = f.Text("MerknadTilLegemiddeladministrering", x?.MerknadTilLegemiddeladministrering, since16: true),
    };
}
