using System.Text;
using Hub.Ebxml.AddressRegister;
using Hub.UnitTests.Ebxml.Agreements;
using Xunit;

namespace Hub.UnitTests.Ebxml.AddressRegister;

public class AddressBookTests
{
    [Fact]
    public void Should_read_a_folder_of_entries_and_certificates()
    {
        var reading = AddressBookFolder.Read(PartnerSamples.Folder("adresseregister"));

        Assert.Equal([79768, 8141253], reading.Book.All.Select(p => p.Her));
        var nav = reading.Book.Find(79768)!;
        Assert.Equal(PartyLevel.Organization, nav.Level);
        Assert.False(nav.IsMessageLevel);
        Assert.Equal(("990983291", "99"), (nav.OrganizationNumber, nav.Code));
        Assert.Equal(nav, Assert.Single(reading.Book.FindByEdiAddress("MOTTAK-qass@test-es.nav.no")));
        Assert.True(nav.SigningCertificate!.IsComplete);
        Assert.Equal("42B5D65754297E5417182530CD2FE473D45CF7D5", nav.SigningCertificate.Thumbprint);
        using (var loaded = nav.EncryptionCertificate!.Load())
            Assert.Equal(nav.EncryptionCertificate.Thumbprint, loaded.Thumbprint);
        Assert.True(nav.SigningCertificate.IsValidAt(new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero)));

        var speare = reading.Book.Find(8141253)!;
        Assert.Equal(6, speare.Services.Count);
        Assert.Equal([8143579, 8144326], speare.Persons);
        Assert.All(reading.Failures, f => Assert.Equal(AddressBookFolder.CertificateMissing, f.Code));
    }

    [Fact]
    public void Should_find_a_service_under_its_enterprise()
    {
        var book = new AddressBook([
            Read("""{"herId": 100, "name": "Kommune", "type": "Organization", "organizationDetails": {"services": [101, {"herId": "102"}], "persons": [103]}}"""),
            Read("""{"herId": "101", "name": "Sykepleietjeneste", "type": "Service", "serviceDetails": {"code": {"codeValue": "KORG"}}, "ediAddress": "edi@k.no"}"""),
            Read("""{"herId": 102, "name": "Legetjeneste", "type": "Service", "ediAddress": "EDI@k.no"}"""),
            Read("""{"herId": 103, "name": "Lege", "type": "Person"}"""),
            Read("""{"herId": 201, "name": "Fastlege", "type": "Person", "parentOrganization": {"herId": 200, "organizationNumber": "983974724"}}"""),
        ]);
        Assert.Equal([101, 102, 103], book.Under(100).Select(p => p.Her));
        Assert.Equal(101, book.Service(100, "KORG")!.Her);
        Assert.Equal(102, book.Service(100, "legetjeneste")!.Her);
        Assert.Null(book.Service(100, "Lege"));
        Assert.Equal([101, 102], book.FindByEdiAddress("edi@K.no").Select(p => p.Her));
        Assert.Equal((200, "983974724"), (book.Find(201)!.ParentHer!.Value, book.Find(201)!.OrganizationNumber));
        Assert.Null(book.Find(999));
    }

    [Theory]
    [InlineData("", CommunicationPartyReader.NotJson)]
    [InlineData("[]", CommunicationPartyReader.NotJson)]
    [InlineData("{\"herId\": ", CommunicationPartyReader.NotJson)]
    [InlineData("{}", CommunicationPartyReader.NoHer)]
    [InlineData("{\"herId\": -4}", CommunicationPartyReader.NoHer)]
    [InlineData("{\"herId\": {}}", CommunicationPartyReader.NoHer)]
    [InlineData("{\"herId\": 1.5}", CommunicationPartyReader.NoHer)]
    public void Should_refuse_what_is_no_entry(string json, string code) =>
        Assert.Equal(code, Assert.Single(CommunicationPartyReader.Read(Encoding.UTF8.GetBytes(json)).Failures).Code);

    [Fact]
    public void Should_keep_an_entry_whose_certificate_cannot_be_read()
    {
        var party = Read("""{"herId": 7, "currentSigningCertificate": {"certificateValue": "AAAA"}, "type": 3, "services": "none"}""");
        Assert.Null(party.SigningCertificate);
        Assert.Equal("$.currentSigningCertificate", Assert.Single(party.Remarks).Path);
        Assert.Equal(PartyLevel.Other, party.Level);
    }

    [Fact]
    public async Task Should_say_which_file_is_wrong()
    {
        var folder = Directory.CreateTempSubdirectory("hub-ar").FullName;
        try
        {
            await File.WriteAllTextAsync(Path.Combine(folder, "a.json"), "{", TestContext.Current.CancellationToken);
            await File.WriteAllTextAsync(Path.Combine(folder, "b.json"), "{\"certificateValue\": \"x\"}", TestContext.Current.CancellationToken);
            await File.WriteAllTextAsync(Path.Combine(folder, "c.json"), "{\"herId\": 5}", TestContext.Current.CancellationToken);
            var reading = AddressBookFolder.Read(folder);
            Assert.Equal([5], reading.Book.All.Select(p => p.Her));
            Assert.Equal(["a.json", "b.json"], reading.Failures.Select(f => f.Path!.Split(' ')[0]));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
        var missing = AddressBookFolder.Read(folder);
        Assert.Equal(AddressBookFolder.Unreadable, Assert.Single(missing.Failures).Code);
    }

    private static CommunicationParty Read(string json) => CommunicationPartyReader.Read(Encoding.UTF8.GetBytes(json)).Value!;
}
