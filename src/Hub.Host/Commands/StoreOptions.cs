using System.CommandLine;
using Hub.Core.Errors;
using Hub.Host.Configuration;

namespace Hub.Host.Commands;

/// <summary>Options of commands that open the database itself, and the place they name: the same as <c>hub run</c> would use.</summary>
internal sealed class StoreOptions
{
    private readonly Option<string?> _config = Shared.Config();
    private readonly Option<string?> _data = new("--data") { Description = "Directory of the embedded database and the encryption keys (HUB_DATA; default: data)", HelpName = "DIR" };

    /// <summary>Adds the options to a command.</summary>
    /// <param name="command">The command.</param>
    public void AddTo(Command command)
    {
        command.Options.Add(_config);
        command.Options.Add(_data);
    }

    /// <summary>The settings that a command line names.</summary>
    /// <param name="parsed">The command line.</param>
    /// <returns>The settings, or the errors of hub.yaml.</returns>
    public Result<HubSettings> Settings(ParseResult parsed) =>
        SettingsReader.Read(new SettingArguments(null, parsed.GetValue(_config), parsed.GetValue(_data), null), Environment.GetEnvironmentVariable);
}
