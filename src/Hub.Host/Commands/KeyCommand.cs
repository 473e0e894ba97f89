using System.CommandLine;
using Hub.Host.Security;

namespace Hub.Host.Commands;

/// <summary><c>hub key new</c>, <c>hub key hash</c> and <c>hub key rotate</c>.</summary>
internal static class KeyCommand
{
    /// <summary>Makes the command.</summary>
    /// <returns>The command.</returns>
    public static Command Make()
    {
        var create = new Command("new", "Make a key. The key goes to the caller and is shown this once; the hash goes into the file.");
        create.SetAction(parsed =>
        {
            var key = ApiKey.New();
            parsed.InvocationConfiguration.Output.WriteLine($"key:  {key}");
            parsed.InvocationConfiguration.Output.WriteLine($"hash: {KeyHash.Of(key)}");
            return ExitCode.Done;
        });
        var hash = new Command("hash", "Hash a key that is read from standard input: keys on a command line end up in histories and process lists.");
        hash.SetAction(parsed =>
        {
            var key = (Console.In.ReadLine() ?? "").Trim();
            if (!ApiKey.IsKey(key))
            {
                parsed.InvocationConfiguration.Error.WriteLine("A key has the form hub_ID_SECRET");
                return ExitCode.Usage;
            }

            parsed.InvocationConfiguration.Output.WriteLine(KeyHash.Of(key));
            return ExitCode.Done;
        });
        return new Command("key", "Make and hash keys of partners and operators; rotate encryption keys of tenants.") { create, hash, KeyRotateCommand.Make() };
    }
}
