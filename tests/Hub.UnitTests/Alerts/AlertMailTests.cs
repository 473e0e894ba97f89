using System.Text;
using Hub.Host.Alerts;
using Hub.Host.Alerts.Rules;
using Hub.Host.Health;
using Xunit;
using static Hub.UnitTests.Alerts.FactBench;

namespace Hub.UnitTests.Alerts;

/// <summary>What mails and webhooks about alerts say, in either language, and how mail carries letters beyond ASCII.</summary>
public sealed class AlertMailTests
{
    private static readonly DateTimeOffset Summer = new(2026, 7, 1, 22, 30, 0, TimeSpan.Zero);

    [Fact]
    public void Should_say_in_norwegian_what_is_the_matter_and_when_by_clocks_in_norway()
    {
        var (subject, text) = AlertMail.Norwegian(new AlertNotice(AlertEvent.Closed, Stored() with { ClosedAt = Summer }, Summer, "hub-1"));

        Assert.Equal("[hub kritisk] lukket: partner-down/larvik/journal", subject);
        Assert.StartsWith("larvik/journal har vært nede siden 04.03.2026 12:55:00 norsk tid (UTC+01:00) (HUB-SEND-001)\n\n", text, StringComparison.Ordinal);
        Assert.Contains("\nLukket      02.07.2026 00:30:00 norsk tid (UTC+02:00)\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Should_say_in_english_what_was_stored_before_there_was_norwegian()
    {
        var old = Stored() with { Alert = Stored().Alert with { Norwegian = null } };

        Assert.StartsWith("larvik/journal is down since 2026-03-04 11:55:00 UTC", AlertMail.Norwegian(new AlertNotice(AlertEvent.Opened, old, Now, "hub-1")).Text, StringComparison.Ordinal);
        Assert.Contains("Since    2026-03-04 12:00:00 UTC\n", AlertMail.English(new AlertNotice(AlertEvent.Opened, old, Now, "hub-1")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Should_post_the_text_in_the_language_of_the_receiver()
    {
        var notice = new AlertNotice(AlertEvent.Opened, Stored(), Now, "hub-1");

        Assert.Contains("\"text\":\"larvik/journal is down", Encoding.UTF8.GetString(AlertJson.Notice(notice)), StringComparison.Ordinal);
        Assert.Contains("\"text\":\"larvik/journal har vært nede", Encoding.UTF8.GetString(AlertJson.Notice(notice, norwegian: true)), StringComparison.Ordinal);
    }

    [Fact]
    public void Should_carry_letters_beyond_ascii_in_encoded_words_of_a_length_that_mail_takes()
    {
        Assert.Equal("[hub critical] opened: x", MailLetters.Header("[hub critical] opened: x"));
        Assert.Equal("=?utf-8?Q?[hub_kritisk]_=C3=A5pnet:_x=3Dy?=", MailLetters.Header("[hub kritisk] åpnet: x=y"));
        Assert.Equal("=?utf-8?Q?_=C3=A5?=", MailLetters.Header("\nå"));

        var words = MailLetters.Header(string.Concat(Enumerable.Repeat("Blåbærsyltetøy \U0001F9E1 ", 9))).Split(' ');
        Assert.True(words.Length > 3);
        Assert.All(words, w => Assert.True(w.Length <= 67 && w.StartsWith("=?utf-8?Q?", StringComparison.Ordinal) && w.EndsWith("?=", StringComparison.Ordinal)));
    }

    [Fact]
    public void Should_carry_a_body_as_quoted_printable_that_reads_as_it_was()
    {
        var text = "Blåbær = godt \nslutt " + new string('ø', 60) + "\n\nfærdig\n";
        var body = MailLetters.Body(text);

        Assert.All(body.Split('\n'), line => Assert.True(line.Length <= 76));
        Assert.Contains("Bl=C3=A5b=C3=A6r =3D godt=20\n", body, StringComparison.Ordinal);
        Assert.Equal(text, Read(body));
    }

    private static string Read(string body)
    {
        var (joined, bytes) = (body.Replace("=\n", "", StringComparison.Ordinal), new List<byte>());
        for (var i = 0; i < joined.Length; i++)
        {
            if (joined[i] == '=')
                bytes.AddRange(Convert.FromHexString(joined.AsSpan(i + 1, 2)));
            else
                bytes.Add((byte)joined[i]);
            i += joined[i] == '=' ? 2 : 0;
        }

        return Encoding.UTF8.GetString([.. bytes]);
    }

    private static StoredAlert Stored()
    {
        var down = Healthy with { State = PartnerState.Down, Since = Now.AddMinutes(-5), LastError = "HUB-SEND-001" };
        return new StoredAlert(new PartnerDown().Find(Quiet with { Partners = [down] })!.Single(), Now);
    }
}
