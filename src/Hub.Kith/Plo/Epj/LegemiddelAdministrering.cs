namespace Hub.Kith.Plo;

/// <summary>Medication given at a transfer: by a professional, or handed out for the patient to take.</summary>
public abstract record LegemiddelAdministrering;
