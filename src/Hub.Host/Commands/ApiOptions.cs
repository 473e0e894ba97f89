using System.CommandLine;
using Hub.Core.Errors;

namespace Hub.Host.Commands;

/// <summary>Options of commands that ask a running hub. The key is never an option: command lines end up in histories and process lists.</summary>
internal sealed class ApiOptions
{
    private const string Standard = "http://127.0.0.1:8480";

    private readonly Option<string?> _url = new("--url") { Description = $"Address of a node (HUB_URL; default: {Standard})", HelpName = "URL" };
    private readonly Option<string?> _keyFile = new("--key-file") { Description = "File with the key or token (default: the variable HUB_KEY)", HelpName = "FILE" };

    /// <summary>Adds the options to a command.</summary>
    /// <param name="command">The command.</param>
    public void AddTo(Command command)
    {
        command.Options.Add(_url);
        command.Options.Add(_keyFile);
    }

    /// <summary>Opens the way to the hub that a command line names.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="variable">Reads an environment variable.</param>
    /// <returns>The way, or what is wrong.</returns>
    public Result<OperatorsApi> Open(ParseResult parsed, Func<string, string?> variable)
    {
        var address = parsed.GetValue(_url) ?? (variable("HUB_URL") is { Length: > 0 } named ? named : Standard);
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https") || uri.UserInfo.Length > 0 || uri.PathAndQuery != "/")
            return ConfigErrors.BadValue.At("--url", "Must be an address such as http://127.0.0.1:8480, without a path");
        var key = parsed.GetValue(_keyFile) is { } file ? FromFile(file) : variable("HUB_KEY");
        if (key?.Trim() is not { Length: > 0 } held)
            return ConfigErrors.Missing.At("--key-file", parsed.GetValue(_keyFile) is null ? "There is no key: set HUB_KEY, or name a file with --key-file" : "The file cannot be read or is empty");
        return held.Any(c => c is <= ' ' or > '~') ? ConfigErrors.BadValue.At("--key-file", "What is there is no key") : new OperatorsApi(uri, held);
    }

    private static string? FromFile(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return null;
        }
    }
}
