using Hub.Core.Errors;

namespace Hub.Core.Tenants;

/// <summary>Reads secrets where their references point.</summary>
public interface ISecretReader
{
    /// <summary>Reads a secret. It is read anew each time, so that a rotated file is seen.</summary>
    /// <param name="reference">Where it is.</param>
    /// <returns>The secret without trailing line break, or <see cref="ConfigErrors.SecretMissing"/>.</returns>
    Result<string> Read(SecretReference reference);
}
