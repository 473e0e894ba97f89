namespace Hub.Simulators.Messaging;

/// <summary>An enterprise on the message network with the one service that writes and is written to. All of them are made up.</summary>
public sealed record CounterpartParty
{
    /// <summary>A hospital.</summary>
    public static CounterpartParty Hospital { get; } = new()
    {
        EnterpriseHer = 8800100,
        ServiceHer = 8800101,
        OrganizationNumber = "310000101",
        EnterpriseName = "Fjordby sykehus",
        ServiceName = "Somatikk plo meldingsmottak",
        Phone = "33300000",
        EdiAddress = "plo@fjordby-sykehus.test",
    };

    /// <summary>A general practice.</summary>
    public static CounterpartParty Gp { get; } = new()
    {
        EnterpriseHer = 8800200,
        ServiceHer = 8800201,
        OrganizationNumber = "310000202",
        EnterpriseName = "Torget legekontor",
        ServiceName = "Fastlege Lege Prøve",
        Phone = "33200000",
        EdiAddress = "post@torget-legekontor.test",
        ServiceCode = "KA01",
    };

    /// <summary>A municipality.</summary>
    public static CounterpartParty Municipality { get; } = new()
    {
        EnterpriseHer = 8800300,
        ServiceHer = 8800301,
        OrganizationNumber = "310000303",
        EnterpriseName = "Nabo kommune",
        ServiceName = "Sykepleietjeneste, pleie- og omsorg",
        Phone = "33100000",
        EdiAddress = "plo@nabo-kommune.test",
    };

    /// <summary>HER-id of the enterprise (level 1).</summary>
    public required int EnterpriseHer { get; init; }

    /// <summary>HER-id of the service (level 2), which the envelopes name.</summary>
    public required int ServiceHer { get; init; }

    /// <summary>Organisation number.</summary>
    public required string OrganizationNumber { get; init; }

    /// <summary>Name of the enterprise.</summary>
    public required string EnterpriseName { get; init; }

    /// <summary>Name of the service.</summary>
    public required string ServiceName { get; init; }

    /// <summary>Code of the service (Volven 8663), null when it has none.</summary>
    public string? ServiceCode { get; init; }

    /// <summary>Telephone.</summary>
    public required string Phone { get; init; }

    /// <summary>Mail address for messages.</summary>
    public required string EdiAddress { get; init; }
}
