using Hub.Ebxml.Messages;
using Hub.Ebxml.Mime;
using Hub.Ebxml.Transport;

namespace Hub.Simulators.Messaging;

/// <summary>Fetches the counterpart's mail.</summary>
internal sealed class MailRound(Msh msh, Inbox inbox, MailOffice office)
{
    public async Task RunAsync(CancellationToken cancel)
    {
        var reader = new MaildirReader(new MaildirOptions(office.Maildir(msh.Options.Party.EdiAddress), PollInterval: msh.Options.Poll), msh.Time);
        await foreach (var taking in reader.WatchAsync(16, cancel))
        {
            foreach (var mail in taking.Mails)
            {
                // A lost mail is lost however it is lost: there is no connection to cut.
                if (!msh.Dice.Hits(msh.Faults.CutRate) && !msh.Dice.Hits(msh.Faults.SwallowRate))
                    await inbox.TakeAsync(IncomingMessage.Read(mail.Bytes), new MimeMessage("message/rfc822", null, mail.Bytes), canAnswer: false);
                reader.Done(mail);
            }
        }
    }
}
