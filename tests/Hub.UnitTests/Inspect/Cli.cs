using System.CommandLine;
using Hub.Host.Commands;

namespace Hub.UnitTests.Inspect;

/// <summary>Runs <c>hub msh inspect</c> as a user does, with what it prints kept apart.</summary>
internal static class Cli
{
    public static (int Exit, string Output, string Errors) Inspect(params string[] arguments)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var exit = HubCommands.Root().Parse(["msh", "inspect", .. arguments]).Invoke(new InvocationConfiguration { Output = output, Error = errors });
        return (exit, output.ToString(), errors.ToString());
    }

    /// <summary>The one line about the signature.</summary>
    public static string Signature(string output) => output.Split('\n').Single(l => l.StartsWith("signature: ", StringComparison.Ordinal));
}
