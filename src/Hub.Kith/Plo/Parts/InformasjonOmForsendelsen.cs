using Hub.Kith.Plo.Wire;
using Hub.Kith.Types;

namespace Hub.Kith.Plo;

/// <summary>Status of this sending, and the request it answers.</summary>
public sealed record InformasjonOmForsendelsen
{
    /// <summary>List 7309: N new, M change with complete content, C cancels the whole chain (HIS 1154).</summary>
    public CS? Forsendelsesstatus { get; init; }

    /// <summary>Whether the sender asks that it is not passed on.</summary>
    public bool? ForbeholdOmVideresending { get; init; }

    /// <summary>Whether the message answers a request.</summary>
    public bool? SvarPaaForesporsel { get; init; }

    /// <summary>The request.</summary>
    public Foresporsel? Foresporsel { get; init; }

    internal static InformasjonOmForsendelsen Fields(PloFields f, InformasjonOmForsendelsen? x) => new()
    {
        Forsendelsesstatus = f.Cs("Forsendelsesstatus", x?.Forsendelsesstatus, required: true),
        ForbeholdOmVideresending = f.Flag("ForbeholdOmVideresending", x?.ForbeholdOmVideresending),
        SvarPaaForesporsel = f.Flag("SvarPaaForesporsel", x?.SvarPaaForesporsel),
        Foresporsel = f.Part("Foresporsel", x?.Foresporsel, Foresporsel.Fields),
    };
}
