namespace Hub.Ebxml.Addressing;

/// <summary>The processes between enterprises that use the rule of HISD 1209, with what NHN's profile template says of them.</summary>
public static class ProcessCatalogue
{
    private static readonly string[] Logistics = ["1.2", "1.3", "1.4", "1.5", "1.6"];
    private static readonly string[] From13 = ["1.3", "1.4", "1.5", "1.6"];
    private static readonly string[] Requisition = ["1.3", "1.4", "1.5", "1.6"];
    private static readonly string[] Report = ["1.1", "1.2", "1.3", "1.4"];
    private const string Dialogue = "641eef31-8f9c-4c57-90f9-779d7e983d01";

    /// <summary>All processes.</summary>
    public static IReadOnlyList<BusinessProcess> All { get; } =
    [
        new("InnlagtPasient", "f0022c61-4e44-4211-8522-5ab485dd9dda", "LOG_INNLAGT", Logistics),
        new("AvmeldingPasient", "3bb21b0a-4729-4797-9627-8c673abfaf37", "LOG_AVMELDING", Logistics),
        new("OrienteringDodsfall", "ff38cf2b-bd1b-45e4-bbf5-f6cec13e913f", "LOG_DOD", Logistics),
        // The code has REVET where the others have NINGS: it is registered so.
        new("UtskrevetPasient", "a3e17fb1-c5b4-40f3-936e-03260b21bb26", "LOG_UTSKREVET", Logistics),
        new("UtskrivingsklarPasient", "47c7a5cb-e1d8-4aba-8794-08b9cf5354a2", "LOG_UTSKRIVNINGSKLAR", Logistics),
        new("Innleggelsesrapport", "1e3cae09-f3fd-43b8-84ba-ca9be5189a62", "INNLEGGELSESRAPPORT", From13),
        new("HelseopplysningerVedSoknad", "285523c9-74a7-4e44-bd68-d497e2c71918", "HELSEOPPL_SOKNAD", ["1.2", "1.5", "1.6"]),
        new("HelseopplysningerTilLege", "64e8429b-b9ff-49c6-acf6-0f567cb8eb23", "HELSEOPPLYSNINGER_LEGE", From13),
        new("MedisinskeOpplysninger", "9e61e2e4-d534-46a7-83e4-9fa5f95242fa", "MEDISINSKE_OPPLYSNINGER", From13),
        new("OrienteringOmTjenestetilbud", "98b99ee0-d7fe-4e4e-a3af-eb23b2963f45", "ORIENTERING_TJENESTETILBUD", Logistics),
        new("TverrfagligEpikrise", "8129c144-a499-4a18-b3de-d44f442c7645", "UTSKRIVNINGSRAPPORT", Logistics),
        new("Legemiddelhandtering", "eec8a109-3513-42d4-8c76-510a7ffcaa08", "LEGEMIDDELHANDTERING", ["1.2", "1.3"]),
        new("DialogForesporsel", Dialogue, "DIALOG_FORESPORSEL", ["1.0"]),
        new("DialogSvar", Dialogue, "DIALOG_SVAR", ["1.0"]),
        new("DialogAvvik", Dialogue, "DIALOG_AVVIK", ["1.0"]),
        new("DialogNotat", null, "DIALOG_NOTAT", []),
        new("DialogHelsefaglig", null, "DIALOG_HELSEFAGLIG", []),
        new("DialogStatusHenvisning", null, "DIALOG_STATUS_HENVISNING", []),
        new("Epikrise", "4ab55eaa-a095-4a4f-96e4-48fbf577fe48", "EPIKRISE", ["1.0", "1.1", "1.2"]),
        new("Henvisning", "4d9a222f-5076-4221-8668-438277d2cf8a", "HENVISNING", ["0.9", "0.91", "1.0", "1.1"]),
        new("Henvisning_BUP", "913f2203-8c12-4da2-956f-581d7b1b7a25", "HENVISNING_BUP", ["0.9", "0.91", "1.0", "1.1"]),
        new("SvarHenvisning", "9521651d-b09c-45af-acce-dec84ad865bf", "TILBAKEMELD", ["0.9a", "0.9b"]),
        new("Rekvisisjon-Cytologi", "29820413-a0b6-4626-ada0-14746cd8a14a", "REQ_CYT", Requisition),
        new("Rekvisisjon-Histologi", "c9130494-cdb4-4519-b0fc-73ee634a001d", "REQ_HIST", Requisition),
        new("Rekvisisjon-KKL", "16d7ff74-3066-4673-bb7d-d101831f40ce", "REQ_KKL", Requisition),
        new("Rekvisisjon-Lab", "be1b1699-3caa-4fa9-bbae-8684316b20ca", "REQ_LAB", Requisition),
        new("Rekvisisjon-Mikrobiologi", "48c94cce-8be5-498f-949e-d67f540d3e4a", "REQ_MBIO", Requisition),
        new("Rekvisisjon-Radiologi", "1c1e2aac-5279-49d2-9412-a158be4ec989", "REQ_RTG", Requisition),
        new("Svarrapport-Cytologi", "19770812-ef76-4ed3-8018-12c472949f61", "SVAR_CYT", Report),
        new("Svarrapport-Histologi", "78531dc1-9f86-4a88-a3b9-6e9843806f9a", "SVAR_HIST", Report),
        new("Svarrapport-KKL", "7339cfbf-fbf8-47c8-8d58-f68fe21a5490", "SVAR_KKL", Report),
        new("Svarrapport-Lab", "ddf3cb3f-116f-46fa-b4fd-a723f48f78ae", "SVAR_LAB", Report),
        new("Svarrapport-Mikrobiologi", "2dc205af-7c32-49c5-8351-0a03b6aa57d0", "SVAR_MBIO", Report),
        new("Svarrapport-Radiologi", "ce2c833a-8d36-481e-83a3-1d7eee0530b9", "SVAR_RTG", Report),
    ];

    /// <summary>The process of a message type.</summary>
    /// <param name="messageType">Code of 8279.</param>
    /// <returns>The process, or null.</returns>
    public static BusinessProcess? Find(string messageType) => All.FirstOrDefault(p => p.MessageType == messageType);
}
