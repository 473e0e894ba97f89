using System.Text;
using Hub.Ebxml.Agreements;
using Hub.Ebxml.Mime;
using Hub.Ebxml.Transport;
using Xunit;

namespace Hub.UnitTests.Ebxml.Transport;

public class SendmailTests
{
    private static readonly ChannelEndpoint Endpoint = new("mailto://b@example.no");

    [Fact]
    public async Task Should_hand_over_the_message_and_the_addresses_as_single_arguments()
    {
        using var folder = new Wire.Folder();
        var program = Program(folder, $"printf '%s|' \"$@\" > '{folder["args"]}'; cat > '{folder["mail"]}'");
        Assert.IsType<TakenOver>(await Send(program, Wire.Message()));
        Assert.Equal("-i|-f|a@example.no|--|b@example.no|", await File.ReadAllTextAsync(folder["args"]));
        var mail = await File.ReadAllTextAsync(folder["mail"]);
        Assert.StartsWith("From: a@example.no\nSOAPAction: \"ebXML\"\nContent-Type: multipart/related; ", mail, StringComparison.Ordinal);
        Assert.EndsWith("\n\n--b\n\nQUJD\n--b--\n", mail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(64, TransportCodes.MailRefused, false)]
    [InlineData(65, TransportCodes.MailRefused, false)]
    [InlineData(67, TransportCodes.MailRefused, false)]
    [InlineData(68, TransportCodes.MailRefused, false)]
    [InlineData(77, TransportCodes.MailRefused, false)]
    [InlineData(69, TransportCodes.MailDeferred, true)]
    [InlineData(75, TransportCodes.MailDeferred, true)]
    [InlineData(78, TransportCodes.MailDeferred, true)]
    [InlineData(1, TransportCodes.MailDeferred, true)]
    [InlineData(127, TransportCodes.MailDeferred, true)]
    public async Task Should_tell_lasting_from_passing_failures_by_the_exit_status(int status, string code, bool retryable)
    {
        using var folder = new Wire.Folder();
        // Ends without reading, so that the pipe breaks on the large message too.
        var failure = Assert.IsType<NotTaken>(await Send(Program(folder, $"exit {status}"), Wire.Message(Lines(3_000_000)))).Reason;
        Assert.Equal((code, retryable), (failure.Code, failure.Retryable));
    }

    [Fact]
    public async Task Should_end_a_program_that_hangs_and_nothing_else()
    {
        using var folder = new Wire.Folder();
        var program = Program(folder, $"sleep 300 & echo $! > '{folder["grandchild"]}'; echo $$ > '{folder["child"]}'; wait");
        var outcome = await Send(program, Wire.Message(), TimeSpan.FromSeconds(3));
        Assert.Equal(TransportCodes.TimedOut, Assert.IsType<NotTaken>(outcome).Reason.Code);
        var grandchild = int.Parse(await File.ReadAllTextAsync(folder["grandchild"]), System.Globalization.CultureInfo.InvariantCulture);
        Assert.False(Directory.Exists($"/proc/{(await File.ReadAllTextAsync(folder["child"])).Trim()}"));
        using var left = System.Diagnostics.Process.GetProcessById(grandchild);
        Assert.False(left.HasExited);
        left.Kill();
    }

    [Fact]
    public async Task Should_not_wait_for_what_the_program_leaves_running()
    {
        using var folder = new Wire.Folder();
        var program = Program(folder, $"cat > /dev/null; sleep 300 & echo $! > '{folder["grandchild"]}'; exit 0");
        Assert.IsType<TakenOver>(await Send(program, Wire.Message(), TimeSpan.FromSeconds(20)));
        using var left = System.Diagnostics.Process.GetProcessById(int.Parse(await File.ReadAllTextAsync(folder["grandchild"]), System.Globalization.CultureInfo.InvariantCulture));
        left.Kill();
    }

    [Fact]
    public async Task Should_say_that_the_program_is_missing()
    {
        var failure = Assert.IsType<NotTaken>(await Send("/nonexistent/sendmail", Wire.Message())).Reason;
        Assert.Equal((TransportCodes.Unreachable, true), (failure.Code, failure.Retryable));
    }

    [Theory]
    [InlineData("mailto:-oQ/tmp@example.no")]
    [InlineData("mailto:a b@example.no")]
    [InlineData("mailto:a@b@example.no")]
    [InlineData("mailto:example.no")]
    [InlineData("mailto:a@example.no\nBcc: x@example.no")]
    public async Task Should_refuse_addresses_that_are_none(string address) =>
        Assert.Equal(TransportCodes.BadAddress, Assert.IsType<NotTaken>(await Send("/bin/true", Wire.Message(), to: new(address))).Reason.Code);

    [Fact]
    public async Task Should_refuse_what_mail_would_change_or_not_carry()
    {
        Assert.Equal(TransportCodes.NotMailSafe, await Code(Wire.Message() with { Body = Encoding.UTF8.GetBytes("å") }));
        Assert.Equal(TransportCodes.NotMailSafe, await Code(Wire.Message(new string('x', 999))));
        Assert.Equal(TransportCodes.NotMailSafe, await Code(Wire.Message("a\rb")));
        Assert.Equal(TransportCodes.BadAddress, await Code(Wire.Message() with { Headers = [new MimeHeader("Subject", "a\nBcc: b@example.no")] }));
        Assert.Equal(TransportCodes.TooLarge, await Code(Wire.Message(Lines(WireMessage.MaxBytes + 1))));
        Assert.Equal(TransportCodes.WrongEndpoint, Assert.IsType<NotTaken>(await Send("/bin/true", Wire.Message(), to: new("https://example.no"))).Reason.Code);
    }

    private static async Task<string> Code(WireMessage message) => Assert.IsType<NotTaken>(await Send("/bin/true", message)).Reason.Code;

    private static Task<TransportOutcome> Send(string program, WireMessage message, TimeSpan? timeout = null, ChannelEndpoint? to = null) =>
        new SendmailTransport(new(program, Timeout: timeout), "a@example.no", TimeProvider.System).SendAsync(message, to ?? Endpoint, TestContext.Current.CancellationToken);

    private static string Lines(int bytes) => string.Concat(Enumerable.Repeat(new string('A', 75) + "\n", (bytes / 76) + 1));

    private static string Program(Wire.Folder folder, string script)
    {
        var path = folder["sendmail"];
        File.WriteAllText(path, "#!/bin/sh\n" + script + "\n");
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return path;
    }
}
