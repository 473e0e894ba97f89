using Hub.Core.Errors;
using Hub.Core.Tenants;

namespace Hub.Host.Configuration;

/// <summary>Reads secrets from files and environment variables.</summary>
/// <param name="directory">Where relative file references start: the configuration directory.</param>
public sealed class SecretReader(string directory) : ISecretReader
{
    private const string FilePrefix = "file:";
    private const string VariablePrefix = "env:";

    /// <summary>Whether a text is a reference at all.</summary>
    /// <param name="reference">The text.</param>
    /// <returns>True for <c>file:PATH</c> and <c>env:NAME</c>.</returns>
    public static bool IsReference(SecretReference reference) =>
        (reference.Location.StartsWith(FilePrefix, StringComparison.Ordinal) && reference.Location.Length > FilePrefix.Length)
        || (reference.Location.StartsWith(VariablePrefix, StringComparison.Ordinal) && reference.Location.Length > VariablePrefix.Length);

    /// <inheritdoc/>
    public Result<string> Read(SecretReference reference)
    {
        if (!IsReference(reference))
            return ConfigErrors.SecretInFile.At();
        return reference.Location.StartsWith(VariablePrefix, StringComparison.Ordinal)
            ? FromVariable(reference.Location[VariablePrefix.Length..])
            : FromFile(reference.Location[FilePrefix.Length..]);
    }

    /// <inheritdoc/>
    public string Locate(string path) => Path.Combine(directory, path);

    private static Result<string> FromVariable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value
        ? value
        : ConfigErrors.SecretMissing.At(detail: $"The environment variable {name} is not set");

    private Result<string> FromFile(string path)
    {
        try
        {
            var text = File.ReadAllText(Path.Combine(directory, path)).TrimEnd('\r', '\n');
            return text.Length > 0 ? text : ConfigErrors.SecretMissing.At(detail: $"The file {path} is empty");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return ConfigErrors.SecretMissing.At(detail: $"The file {path} cannot be read");
        }
    }
}
