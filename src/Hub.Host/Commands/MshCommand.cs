using System.CommandLine;
using System.Security.Cryptography.X509Certificates;
using Hub.Ebxml.Encryption;
using Hub.Host.Commands.Inspect;

namespace Hub.Host.Commands;

/// <summary><c>hub msh inspect</c>: prints and verifies a message or document from disk. Touches no database and no network.</summary>
internal static class MshCommand
{
    private const string About = """
        Print and verify an ebXML message (whole mail, MIME body, bare SOAP) or a KITH document (MsgHead, AppRec, PLO, dialogmelding). Shows no name, no national id and no text of the
        content unless --show-content is given. Exit codes: 0 valid; 1 a rule is broken so that the message cannot be processed; 2 the file cannot be read or is no message; 3 a signature
        is invalid, or not of --cert; 4 a document is not valid by its schema. Of several the first of 2, 3, 4, 1 holds. What is not signed is valid when nothing else is wrong.
        """;

    /// <summary>Makes the command.</summary>
    /// <returns>The command.</returns>
    public static Command Make()
    {
        var file = new Argument<string>("FILE") { Description = "The file; - reads standard input" };
        var json = new Option<bool>("--json") { Description = "Print JSON (ops/msh-inspect.md)" };
        var cert = new Option<string?>("--cert") { Description = "The certificate, in PEM or DER, that must have signed", HelpName = "FILE" };
        var keys = new Option<string[]>("--key") { Description = "PEM with certificate and private key: opens what is encrypted to it, and looks at the documents inside; may be repeated", HelpName = "FILE" };
        var content = new Option<bool>("--show-content") { Description = "Show texts, names and numbers of persons too" };
        var command = new Command("inspect", About.ReplaceLineEndings(" ")) { file, json, cert, keys, content };
        command.SetAction(parsed =>
        {
            var (output, errors) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            var path = parsed.GetValue(file)!;
            var (bytes, fault) = InspectFiles.Read(path);
            if (bytes is null)
                return Refuse(errors, path, fault!);
            var request = new InspectRequest(path == "-" ? "standard input" : Path.GetFileName(path), bytes) { ShowContent = parsed.GetValue(content), Now = TimeProvider.System.GetUtcNow() };
            if (parsed.GetValue(cert) is { } certPath)
            {
                var (signer, why) = InspectFiles.Certificate(certPath);
                if (signer is null)
                    return Refuse(errors, certPath, why!);
                request = request with { Signer = signer };
            }

            var opening = new List<X509Certificate2>();
            foreach (var keyPath in parsed.GetValue(keys) ?? [])
            {
                var (key, why) = InspectFiles.Key(keyPath);
                if (key is null)
                    return Refuse(errors, keyPath, why!);
                opening.Add(key);
            }

            using var decryptor = opening.Count == 0 ? null : new PayloadDecryptor(opening);
            var outcome = FileInspection.Inspect(request with { Keys = decryptor });
            if (outcome.View is not { } view)
                return Refuse(errors, path, outcome.Fault!);
            output.Write(parsed.GetValue(json) ? InspectJson.Write(view) : InspectText.Write(view));
            return view.ExitCode;
        });
        return new Command("msh", "Look at messages of the message network.") { command };
    }

    private static int Refuse(TextWriter errors, string path, string why)
    {
        errors.WriteLine($"{path}: {why}");
        return ExitCode.Usage;
    }
}
