using System.Xml.Linq;
using FsCheck;
using FsCheck.Fluent;
using Hub.Kith;
using Hub.Kith.Dialog;
using Hub.Kith.MsgHead;
using Hub.Kith.Schemas;
using Hub.Kith.Types;
using Hub.Kith.Xml;
using Xunit;

namespace Hub.UnitTests.Kith;

/// <summary>What is written is read back, whatever the text.</summary>
public sealed class WriteReadPropertyTests
{
    private static readonly Gen<string> Text = Gen.Elements("a", "æøå", "ÆØÅ", "\r\n", "\n", "\r", " ", "\t", "<", "&", "]]>", "\"", "'", "\u0000", "\u0001", "\u000B", "\uFFFE", "\uD83D", "😀", "\u2028", "é", "–")
        .ArrayOf().Select(string.Concat);

    [Fact]
    public void Should_give_back_any_text_with_its_line_breaks() => Prop.ForAll(Text.ToArbitrary(), text =>
    {
        var (element, findings) = DialogWriter.ToElement(Samples.Helsefaglig(text));
        var bytes = MessageWriter.Write(Samples.With(Samples.Helsefaglig(text), Samples.Info() with { Patient = Samples.Patient with { FamilyName = "N" + text } })).Bytes;
        var reading = MessageReader.Read(bytes);
        var dialog = DialogReader.Read(reading.Message!.BusinessDocument!).Dialog!;

        var expected = XmlText.Replace(text).ReplaceLineEndings("\r\n");
        return Same(expected, dialog.Notater[0].TekstNotatInnhold!.ToPlain())
            && Same("N" + expected, reading.Message.Info.Patient!.FamilyName!)
            && findings.Any(f => f.Code == KithCodes.CharacterReplaced) == !XmlText.IsAllowed(text)
            && KithSchemas.Validate(bytes).Count == 0
            && element.Name.NamespaceName == KithNamespaces.Dialog11;
    }).QuickCheckThrowOnFailure();

    // U+2028 and the like are no line breaks to XML; ReplaceLineEndings takes them for such.
    private static bool Same(string expected, string actual) => expected == actual.ReplaceLineEndings("\r\n") && !actual.Replace("\r\n", "", StringComparison.Ordinal).Contains('\n', StringComparison.Ordinal);

    [Fact]
    public void Should_write_line_breaks_as_character_references()
    {
        var xml = System.Text.Encoding.UTF8.GetString(DialogWriter.Write(Samples.Helsefaglig("en\nto\r\ntre")).Bytes);

        Assert.Contains("en&#xD;&#xA;to&#xD;&#xA;tre", xml, StringComparison.Ordinal);
    }

    [Fact]
    public void Should_put_felleskomponent_where_the_schemas_want_it()
    {
        var organisation = new Organisation { Name = "Post 3", Type = new CV("1", "2.16.578.1.12.4.1.1.9040", "x"), Idents = [Samples.Ours.Idents[0]], TeleComs = [new TeleCom(null, "tel:1")] };
        var role = new RolleRelatertNotat
        {
            TilknyttetEnhet = new TilknyttetEnhet(organisation) { Person = new Person { FamilyName = "B", GivenName = "A", Idents = Samples.Patient.Idents }, Merknad = "m" },
            Person = new Person { FamilyName = "B", MiddleName = "C", GivenName = "A", Address = new Address { City = "Oslo" } },
        };
        var dialog = Samples.Helsefaglig();
        dialog = dialog with { Notater = [dialog.Notater[0] with { Roller = [role] }] };
        var info = Samples.Info() with { OtherReceivers = [new OtherReceiver(new CS("COP", "Kopimottaker")) { Person = Samples.Patient }, new OtherReceiver(new CS("COP")) { Patient = Samples.Patient }] };

        var bytes = Samples.Bytes(Samples.With(dialog, info));
        var reading = MessageReader.Read(bytes);
        var again = DialogReader.Read(reading.Message!.BusinessDocument!);

        Assert.Empty(KithSchemas.Validate(bytes));
        Assert.Empty(reading.Findings.Concat(again.Findings));
        Assert.Equal("Post 3", again.Dialog!.Notater[0].Roller[0].TilknyttetEnhet!.Kontaktenhet.Name);
        Assert.Equal("Danser", reading.Message.Info.OtherReceivers[0].Person!.FamilyName);
        if (Standards.Root is not null) Assert.Empty(OfficialSchemas.Errors(reading.Root!));
    }

    [Fact]
    public void Should_keep_a_business_signature_as_it_stood()
    {
        var signature = XElement.Parse("<ds:Signature xmlns:ds='http://www.w3.org/2000/09/xmldsig#'> <ds:SignedInfo/>\n</ds:Signature>", LoadOptions.PreserveWhitespace);
        var bytes = Samples.Bytes(Samples.With(Samples.Helsefaglig()) with { Signature = signature });

        Assert.Equal(signature.ToString(SaveOptions.DisableFormatting), MessageReader.Read(bytes).Message!.Signature!.ToString(SaveOptions.DisableFormatting));
    }

    [Fact]
    public void Should_write_formatted_text_and_give_its_words()
    {
        XNamespace x = KithNamespaces.Xhtml;
        var div = new XElement(x + "div", new XElement(x + "p", "Første ", new XElement(x + "b", "linje")), new XElement(x + "ul", new XElement(x + "li", "en"), new XElement(x + "li", "to")));
        var dialog = Samples.Helsefaglig();
        dialog = dialog with { Notater = [dialog.Notater[0] with { TekstNotatInnhold = FormattedText.Xhtml(div) }] };

        var bytes = Samples.Bytes(Samples.With(dialog));
        var again = DialogReader.Read(MessageReader.Read(bytes).Message!.BusinessDocument!).Dialog!;

        Assert.Empty(KithSchemas.Validate(bytes));
        Assert.Equal("Første linje\nen\nto", again.Notater[0].TekstNotatInnhold!.ToPlain());
    }
}
