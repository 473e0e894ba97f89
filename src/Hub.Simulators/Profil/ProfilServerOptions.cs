namespace Hub.Simulators.Profil;

/// <summary>How a <see cref="ProfilServer"/> is set up.</summary>
public sealed record ProfilServerOptions
{
    /// <summary>Port on 127.0.0.1; 0 (default) takes a free one.</summary>
    public int Port { get; init; }

    /// <summary>Clients that may open sessions: id to secret. Empty (default) = any.</summary>
    public IReadOnlyDictionary<string, string> Clients { get; init; } = new Dictionary<string, string>();

    /// <summary>How long a session lasts; default 10 min.</summary>
    public TimeSpan SessionLifetime { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Version of the interface; default 4.2.</summary>
    public string ApiVersion { get; init; } = "4.2";

    /// <summary>Type of the measure for digital home follow-up; default 4100.</summary>
    public int MeasureType { get; init; } = 4100;

    /// <summary>Users known from the start.</summary>
    public IReadOnlyList<ProfilUser> Users { get; init; } = [];

    /// <summary>True (default): anybody who is not known is registered with the service when asked for, so that any story can be told. False: 2001.</summary>
    public bool RegistersAnybody { get; init; } = true;

    /// <summary>Users on one page of a list; default 50.</summary>
    public int PageSize { get; init; } = 50;

    /// <summary>Schema that everything filed must hold; null (default) = only what the journal needs is looked at.</summary>
    public string? SchemaFile { get; init; }

    /// <summary>Faults from the start; default none.</summary>
    public ProfilFaults Faults { get; init; } = ProfilFaults.Healthy;
}
