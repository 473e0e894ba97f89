using Hub.Core.Errors;

namespace Hub.Host.Configuration;

/// <summary>The form of the broker's address. It holds a password: no error text repeats it.</summary>
internal static class BrokerAddress
{
    /// <summary>The rule as a sentence.</summary>
    public const string Rule = "The address of the broker is amqp://user:password@host:5672/%2F, or amqps";

    /// <summary>Reads one.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The address; null when it is none.</returns>
    public static Uri? Of(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "amqp" or "amqps" && uri.AbsolutePath.LastIndexOf('/') <= 0 ? uri : null;

    /// <summary>What is wrong with that of the settings.</summary>
    /// <param name="settings">The settings, with secrets read.</param>
    /// <returns>The error; none when it is an address or there is no broker.</returns>
    public static IReadOnlyList<HubError> Errors(HubSettings settings) =>
        settings.RabbitMq is { } text && Of(text) is null ? [ConfigErrors.BadValue.At("rabbitmq", Rule)] : [];
}
