using Hub.Core.Errors;

namespace Hub.Core.Tenants;

/// <summary>Reads secrets where their references point.</summary>
public interface ISecretReader
{
    /// <summary>Reads a secret. It is read anew each time, so that a rotated file is seen.</summary>
    /// <param name="reference">Where it is.</param>
    /// <returns>The secret without trailing line break, or <see cref="ConfigErrors.SecretMissing"/>.</returns>
    Result<string> Read(SecretReference reference);

    /// <summary>Where a file or directory of the configuration is: relative paths start at the configuration directory.</summary>
    /// <param name="path">The path as written.</param>
    /// <returns>The path as this process opens it.</returns>
    string Locate(string path) => path;
}
