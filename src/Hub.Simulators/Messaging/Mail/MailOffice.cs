namespace Hub.Simulators.Messaging;

/// <summary>
/// A mail system of files: one Maildir for each address, and a program that is called as sendmail is and moves a mail into the Maildir of
/// its receiver. Hub and counterparts use the same program, so that mail goes both ways without a mail server.
/// </summary>
public sealed class MailOffice
{
    private const string Script = """
        #!/bin/sh
        # Called as: sendmail -i -f FROM -- TO. The mail comes on standard input.
        for to; do :; done
        to=$(printf %s "$to" | tr 'A-Z' 'a-z')
        case "$to" in ''|*/*|.*) exit 67 ;; esac
        box='@ROOT@'/"$to"
        [ -d "$box/new" ] || exit 67
        mail=$(mktemp "$box/tmp/$(date +%s).$$.XXXXXXXX") || exit 75
        cat > "$mail" || { rm -f "$mail"; exit 75; }
        mv "$mail" "$box/new/${mail##*/}" || exit 75
        """;

    private readonly string _root;

    /// <summary>Opens a mail system.</summary>
    /// <param name="root">Its folder; made when missing.</param>
    public MailOffice(string root)
    {
        _root = Path.GetFullPath(root);
        if (_root.Contains('\'', StringComparison.Ordinal))
            throw new ArgumentException("The folder's name cannot stand in a script.", nameof(root));
        Directory.CreateDirectory(_root);
        Program = Path.Combine(_root, "sendmail");
        File.WriteAllText(Program, Script.Replace("@ROOT@", _root, StringComparison.Ordinal).ReplaceLineEndings("\n") + "\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(Program, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    /// <summary>Path of the program; exit 67 = no such address (sysexits).</summary>
    public string Program { get; }

    /// <summary>The Maildir of an address, made when missing.</summary>
    /// <param name="address">The address.</param>
    /// <returns>Its folder.</returns>
    public string Maildir(string address)
    {
        ArgumentNullException.ThrowIfNull(address);
        if (address.Length == 0 || address[0] == '.' || address.Contains('/', StringComparison.Ordinal))
            throw new ArgumentException("That is no address.", nameof(address));
#pragma warning disable CA1308 // Mail addresses are small letters by habit; the script does the same.
        var box = Path.Combine(_root, address.ToLowerInvariant());
#pragma warning restore CA1308
        foreach (var part in new[] { "new", "cur", "tmp" })
            Directory.CreateDirectory(Path.Combine(box, part));
        return box;
    }
}
