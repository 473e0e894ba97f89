using Hub.Adapters.Ebxml.Receiving;
using Hub.Core.Adapters;
using Hub.Core.Content;
using Hub.Core.Deliveries;
using Hub.Core.Errors;
using Hub.Core.Identities;
using Hub.Core.Lookups;
using Hub.Core.Mappings;
using Hub.Core.Tenants;
using Hub.Ebxml.Envelope;
using Hub.Ebxml.Messages;
using Hub.Ebxml.Mime;
using Hub.Ebxml.Reliability;
using Hub.Kith.AppRec;
using Hub.Kith.MsgHead;
using Xunit;

namespace Hub.UnitTests.Messaging;

/// <summary>A partner that stands for all general practitioners: each patient's documents go to the patient's own.</summary>
public sealed class PatientsGpTests
{
    private static readonly Patient Kari = new(new Identifier(IdentifierSystems.Fnr, "13116900216"), "Kari Prøve", []);

    [Fact]
    public async Task Should_write_to_the_practitioner_whom_the_journal_names_at_the_address_of_the_register()
    {
        using var bench = new DeskBench { Gps = "Person KA01", Lookups = new Journal(DeskBench.TheirHer) };
        await using var sender = (IAddressingSender)bench.Sender;
        var addressee = await sender.AddresseeAsync(Envelope(), default);

        Assert.Equal(new Hub.Core.Tenants.HerAddress(DeskBench.TheirHer, DeskBench.TheirHer), addressee.Value.Her);
        Assert.Equal($"Tjeneste {DeskBench.TheirHer}", addressee.Value.Options["name"]);
        var letter = new OutboundDocument("dialog.notat", "application/xml", DeskBench.Letter().Bytes, Guid.NewGuid().ToString());
        var ids = new DocumentIds(Guid.NewGuid(), 7, 0, "larvik/fastlege/1");
        var sealedDocument = sender.Seal(letter, new SealContext(ids, FixedTime.At) { Addressee = addressee.Value });
        Assert.True(sealedDocument.IsOk, $"{string.Join("; ", sealedDocument.Errors)}");
        Assert.Equal(DeskBench.TheirHer, Read(sealedDocument.Value.Document.Body).Header.To.Her);
    }

    [Theory]
    [InlineData("Person KA01", 59, "HUB-EBXML")] // no entry in the register; it may be fetched
    [InlineData("Service", DeskBench.TheirHer, "HUB-EBXML-019")] // a department, not a practitioner
    [InlineData("Organization", DeskBench.TheirHer, "HUB-EBXML-019")]
    [InlineData("Person KA01", null, "HUB-EBXML-019")] // the journal knows no practitioner
    [InlineData("Person", DeskBench.TheirHer, "HUB-EBXML-019")] // a person of whom the register does not say what service it is
    [InlineData("Person KR01", DeskBench.TheirHer, "HUB-EBXML-019")] // a physiotherapist
    [InlineData("Service KA02", DeskBench.TheirHer, "HUB-EBXML-019")] // an emergency ward
    public async Task Should_say_why_nobody_can_be_written_to(string type, int? her, string code)
    {
        using var bench = new DeskBench { Gps = type, Lookups = new Journal(her) };
        await using var sender = (IAddressingSender)bench.Sender;
        var error = Assert.Single((await sender.AddresseeAsync(Envelope(), default)).Errors);
        Assert.StartsWith(code, error.Code, StringComparison.Ordinal);
        Assert.Equal(her == 59, error.Retryable);
    }

    [Fact]
    public async Task Should_try_again_when_the_journal_does_not_answer()
    {
        using var bench = new DeskBench { Gps = "Person KA01", Lookups = new Journal(null) { Fails = LookupErrors.TimedOut.At() } };
        await using var sender = (IAddressingSender)bench.Sender;
        Assert.True(Assert.Single((await sender.AddresseeAsync(Envelope(), default)).Errors).Retryable);
    }

    [Fact]
    public async Task Should_take_a_letter_of_a_practitioner_of_the_register_and_answer_the_one_who_wrote()
    {
        using var bench = new DeskBench { Gps = "Person KA01" };
        var (_, letter) = DeskBench.Letter();
        Assert.Equal(DeskStatus.Taken, (await bench.TakeAsync(DeskBench.Sealed(letter))).Status);
        var answer = Read(bench.Exchanges.Due[0].SealedAnswer);
        Assert.Equal(DeskBench.TheirHer, answer.Header.To.Her);
        Assert.IsType<AcknowledgmentBody>(answer.Body);
    }

    [Theory]
    [InlineData("Person")]
    [InlineData("Person KR01")]
    [InlineData("Service KP02")]
    public async Task Should_take_no_letter_of_somebody_whom_the_register_does_not_call_a_practitioner(string entry)
    {
        using var bench = new DeskBench { Gps = entry };
        await bench.TakeAsync(DeskBench.Sealed(DeskBench.Letter().Bytes));
        Assert.Empty(bench.Intake.Taken);
    }

    [Theory]
    [InlineData("Person KX17")] // a list without a practitioner of its own
    [InlineData("Service KA01")]
    public async Task Should_write_to_every_service_of_practitioners(string entry)
    {
        using var bench = new DeskBench { Gps = entry, Lookups = new Journal(DeskBench.TheirHer) };
        await using var sender = (IAddressingSender)bench.Sender;
        Assert.True((await sender.AddresseeAsync(Envelope(), default)).IsOk);
    }

    [Fact]
    public async Task Should_answer_in_the_dialogue_of_the_practitioner_who_began_it()
    {
        using var bench = new DeskBench { Gps = "Person KA01", Lookups = new Journal(59) };
        await using var sender = (IAddressingSender)bench.Sender;
        var message = new ClinicalMessage("DIALOG_NOTAT", "m-1", new ClinicalTime(FixedTime.At), [], default)
        {
            Transport = new Dictionary<string, string> { [MessageProperties.Sender] = $"{DeskBench.TheirHer}" },
        };
        var answer = Envelope() with { Source = "sykehus", Content = message };
        Assert.Equal(DeskBench.TheirHer, (await sender.AddresseeAsync(answer, default)).Value.Her!.Party);
    }

    [Fact]
    public async Task Should_take_no_letter_of_a_practitioner_whose_entry_in_the_register_has_lapsed()
    {
        using var bench = new DeskBench { Gps = "Person KA01", Lapsed = FixedTime.At.AddDays(-1) };
        Assert.Equal(DeskStatus.Refused, (await bench.TakeAsync(DeskBench.Sealed(DeskBench.Letter().Bytes))).Status);
        Assert.Empty(bench.Intake.Taken);
    }

    [Theory]
    [InlineData(DeskBench.TheirHer, 1)]
    [InlineData(59, 0)]
    public async Task Should_not_let_one_practitioner_confirm_what_was_sent_to_another(int to, int applied)
    {
        using var bench = new DeskBench { Gps = "Person KA01", Lookups = new Journal(to) };
        bench.RegisterGp(59);
        var (document, appRec) = await SendAsync(bench);
        var ack = Answers.To(document.Header, new ErrorListBody(ErrorSeverity.Error, [new MessageError(ErrorCodes.Inconsistent, ErrorSeverity.Error)]), "err-1", FixedTime.At);
        await bench.TakeAsync(DeskBench.Seal(ack with { Header = ack.Header with { From = Hub.Ebxml.Envelope.Party.OfHer(DeskBench.TheirHer, ack.Header.From.Role) } }, null));
        Assert.Equal(applied, bench.Receipts.Applied.Count);

        await bench.TakeAsync(DeskBench.Seal(DeskBench.Envelope("APPREC", "p1@sykehus"), appRec));
        Assert.Equal(2 * applied, bench.Receipts.Applied.Count);
    }

    // Sends a letter to the patient's practitioner as the engine does; also gives the receiver's approval of it.
    private static async Task<(EbxmlMessage Sent, byte[] AppRec)> SendAsync(DeskBench bench)
    {
        await using var sender = (IAddressingSender)bench.Sender;
        var addressee = (await sender.AddresseeAsync(Envelope(), default)).Value;
        var (id, letter) = DeskBench.Letter();
        var sent = sender.Seal(new OutboundDocument("dialog.notat", "application/xml", letter, id.ToString()), new SealContext(new DocumentIds(id, 7, 0, "larvik/sykehus/1"), FixedTime.At) { Addressee = addressee });
        Assert.True(sent.IsOk, $"{string.Join("; ", sent.Errors)}");
        foreach (var correlation in sent.Value.Correlations)
            bench.Receipts.Sent[correlation] = new SentBytes(new DeliveryId(1, 1), "sykehus", sent.Value.Document.Body);
        var answer = new ReceiptAnswer(AnsweringReceiver.Primary, "PRIM", []);
        var appRec = ReceiptWriter.Write(ReceiptFactory.Make(MessageReader.Read(letter).Message!.Info, answer, AppRecVersion.V11, Guid.NewGuid(), FixedTime.At));
        return (Read(sent.Value.Document.Body), appRec.Bytes.ToArray());
    }

    private static Envelope Envelope() =>
        new(7, "larvik", "dignio", "n-1", Kari, new JournalNote(new ClinicalTime(FixedTime.At), [new NoteSection(null, null, "Stabil", [])]), FixedTime.At);

    private static EbxmlMessage Read(ReadOnlyMemory<byte> stored)
    {
        var text = System.Text.Encoding.Latin1.GetString(stored.Span);
        var split = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        var headers = text[..split].Split("\r\n").Select(l => new MimeHeader(l.Split(": ")[0], l.Split(": ", 2)[1])).ToList();
        return IncomingMessage.Read(stored[(split + 4)..], headers.First(h => h.Name == "Content-Type").Value, headers).Message!;
    }

    /// <summary>A journal that names a practitioner.</summary>
    private sealed class Journal(int? her) : ILookups
    {
        public HubError? Fails { get; init; }

        public Task<Result<LookupAnswer>> AskAsync(TenantConfig tenant, string partner, LookupQuery query, CancellationToken cancel)
        {
            Assert.Equal("gerica", partner);
            if (Fails is { } error)
                return Task.FromResult<Result<LookupAnswer>>(error);
            var asked = Assert.IsType<LookupQuery.PersonaliaOf>(query).Patient;
            var found = new LookupFinding("p-1", new Patient(asked, null, []), new Personalia(new ClinicalTime(FixedTime.At)) { GeneralPractitionerHer = her });
            return Task.FromResult<Result<LookupAnswer>>(new LookupAnswer([found], true));
        }
    }
}
