using Hub.Core.Errors;

namespace Hub.Host.Composition;

/// <summary>The hub cannot start with this configuration.</summary>
/// <param name="errors">Every error.</param>
public sealed class ConfigurationException(IReadOnlyList<HubError> errors) : Exception($"The configuration has {errors.Count} errors; the first is {(errors.Count > 0 ? errors[0] : null)}")
{
    /// <summary>Every error.</summary>
    public IReadOnlyList<HubError> Errors { get; } = errors;
}
