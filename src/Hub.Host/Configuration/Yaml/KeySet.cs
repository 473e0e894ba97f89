namespace Hub.Host.Configuration.Yaml;

/// <summary>The settings that a section of a file may have. The JSON schema for editors has a definition of the same name with the same keys; a test compares them.</summary>
/// <param name="Name">Name of the definition in the schema.</param>
/// <param name="Keys">The keys.</param>
internal sealed record KeySet(string Name, params IReadOnlyList<string> Keys);
