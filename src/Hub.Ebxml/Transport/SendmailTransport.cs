using System.ComponentModel;
using System.Diagnostics;
using Hub.Ebxml.Agreements;

namespace Hub.Ebxml.Transport;

/// <summary>
/// Hands mail to a sendmail-compatible program, which queues it and does SMTP. Taken over means queued, nothing more. What the program
/// prints is not kept: it may quote the message.
/// </summary>
/// <param name="options">Which program, and how it is called.</param>
/// <param name="from">The sender's mail address (HITS 1172 rule 261): the envelope sender, to which bounces come.</param>
/// <param name="time">The clock.</param>
public sealed class SendmailTransport(SendmailOptions options, string from, TimeProvider time) : IMessageTransport
{
    /// <inheritdoc/>
    public async Task<TransportOutcome> SendAsync(WireMessage message, ChannelEndpoint endpoint, CancellationToken cancellation)
    {
        if (endpoint.MailAddress is not { } to)
            return new NotTaken(new(TransportCodes.WrongEndpoint, "The endpoint is not a mail address."));
        if (!MailText.IsAddress(from) || !MailText.IsAddress(to))
            return new NotTaken(new(TransportCodes.BadAddress, "A mail address has characters that do not belong there."));
        if (message.Body.Length > WireMessage.MaxBytes)
            return new NotTaken(new(TransportCodes.TooLarge, $"The message is larger than {WireMessage.MaxBytes} bytes."));
        var text = MailText.Write(message);
        if (!text.IsOk)
            return new NotTaken(text.Failures[0]);
        if (text.Value.Length > WireMessage.MaxBytes)
            return new NotTaken(new(TransportCodes.TooLarge, $"The message is larger than {WireMessage.MaxBytes} bytes."));

        using var process = new Process { StartInfo = StartInfo(to) };
        try
        {
            process.Start();
        }
        catch (Win32Exception)
        {
            return new NotTaken(new(TransportCodes.Unreachable, "The mail program cannot be started.", options.Program, Retryable: true));
        }
        return await RunAsync(process, text.Value, cancellation).ConfigureAwait(false);
    }

    private ProcessStartInfo StartInfo(string to)
    {
        var start = new ProcessStartInfo(options.Program)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var argument in options.ArgumentsFor(from, to))
            start.ArgumentList.Add(argument);
        return start;
    }

    private async Task<TransportOutcome> RunAsync(Process process, byte[] text, CancellationToken cancellation)
    {
        using var timeout = new CancellationTokenSource(options.Timeout ?? TimeSpan.FromMinutes(1), time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellation);
        try
        {
            // Not waited for: what the program leaves running may hold these pipes long after the program itself has ended.
            _ = DrainAsync(process.StandardOutput.BaseStream);
            _ = DrainAsync(process.StandardError.BaseStream);
            var complete = await WriteAsync(process, text, either.Token).ConfigureAwait(false);
            await process.WaitForExitAsync(either.Token).ConfigureAwait(false);
            return SysExits.Of(process.ExitCode) switch
            {
                { } failure => new NotTaken(failure),
                null when complete => new TakenOver(),
                _ => new NotTaken(new(TransportCodes.MailDeferred, "The mail program did not read the whole message.", Retryable: true)),
            };
        }
        catch (OperationCanceledException)
        {
            await StopAsync(process).ConfigureAwait(false);
            cancellation.ThrowIfCancellationRequested();
            return new NotTaken(new(TransportCodes.TimedOut, "The mail program did not end in time.", options.Program, Retryable: true));
        }
    }

    // A program that ends early breaks the pipe; its exit status then says why.
    private static async Task<bool> WriteAsync(Process process, byte[] text, CancellationToken cancellation)
    {
        try
        {
            await process.StandardInput.BaseStream.WriteAsync(text, cancellation).ConfigureAwait(false);
            await process.StandardInput.BaseStream.FlushAsync(cancellation).ConfigureAwait(false);
            process.StandardInput.Close();
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    private static async Task DrainAsync(Stream printed)
    {
        try
        {
            await printed.CopyToAsync(Stream.Null).ConfigureAwait(false);
        }
        catch (Exception error) when (error is IOException or ObjectDisposedException or InvalidOperationException)
        {
            // Closed together with the process.
            return;
        }
    }

    // Only the child itself: what it started, such as a queue runner, lives on.
    private static async Task StopAsync(Process process)
    {
        if (!process.HasExited)
            process.Kill(entireProcessTree: false);
        await process.WaitForExitAsync(CancellationToken.None).ConfigureAwait(false);
    }
}
