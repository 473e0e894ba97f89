namespace Hub.Core.Errors;

/// <summary>What is wrong with a configuration file.</summary>
[ErrorCatalogue.Area]
public static class ConfigErrors
{
    /// <summary>The file is not readable YAML.</summary>
    public static readonly ErrorDefinition Malformed = new("HUB-CONFIG-001", "The file is not readable YAML", "Correct the syntax at the given line.");

    /// <summary>A setting is not known.</summary>
    public static readonly ErrorDefinition UnknownKey = new("HUB-CONFIG-002", "There is no such setting", "Check the spelling against schemas/tenant.schema.json.");

    /// <summary>A setting is missing.</summary>
    public static readonly ErrorDefinition Missing = new("HUB-CONFIG-003", "A required setting is missing", "Add the setting named in the path.");

    /// <summary>A setting has the wrong form.</summary>
    public static readonly ErrorDefinition BadValue = new("HUB-CONFIG-004", "A setting has a value that is not allowed", "Correct the value named in the path.");

    /// <summary>A route names a partner that does not exist.</summary>
    public static readonly ErrorDefinition UnknownPartner = new("HUB-CONFIG-005", "The route names a partner that this tenant does not have", "Add the partner or correct the name.");

    /// <summary>An adapter does not exist.</summary>
    public static readonly ErrorDefinition UnknownAdapter = new("HUB-CONFIG-006", "There is no such adapter", "Use one of the adapters that 'hub config check' lists.");

    /// <summary>A mapping does not exist or does not take the content.</summary>
    public static readonly ErrorDefinition UnknownMapping = new("HUB-CONFIG-007", "There is no such mapping, or it does not take this content", "Use one of the mappings that 'hub config check' lists.");

    /// <summary>Two things have the same name or number.</summary>
    public static readonly ErrorDefinition NotUnique = new("HUB-CONFIG-008", "The name is used twice", "Give each its own name.");

    /// <summary>A secret stands in the file.</summary>
    public static readonly ErrorDefinition SecretInFile = new("HUB-CONFIG-009", "A secret must not stand in the file", "Write file:/path or env:NAME.");

    /// <summary>A secret cannot be read.</summary>
    public static readonly ErrorDefinition SecretMissing = new("HUB-CONFIG-010", "The secret that the file points to cannot be read", "Create the file or the variable, readable by the hub only.");

    /// <summary>The organisation number is not valid.</summary>
    public static readonly ErrorDefinition BadOrgnr = new("HUB-CONFIG-011", "The organisation number is not valid", "Nine digits with a valid check digit (not checked when environment is test).");

    /// <summary>The partner cannot be used this way.</summary>
    public static readonly ErrorDefinition WrongDirection = new("HUB-CONFIG-012", "The partner cannot send or receive this way", "A route's source needs an inbound section; its target needs a url and an adapter that sends.");
}
