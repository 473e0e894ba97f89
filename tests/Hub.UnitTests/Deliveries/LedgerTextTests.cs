using Hub.Core.Mappings;
using Hub.Delivery.Sending;
using Xunit;

namespace Hub.UnitTests.Deliveries;

/// <summary>What the timeline says of a mapping: every field, what was lost first, and never more than it can hold.</summary>
public sealed class LedgerTextTests
{
    [Fact]
    public void Should_account_for_every_field_of_a_document_that_is_stored_before_it_is_sent()
    {
        LedgerEntry[] ledger = [new("Content.Title", "Notat/Tema", null), new("Patient.OtherIds", null, "the receiver has no use for them"), new("Content.Zones", "Notat/TekstNotatInnhold", null)];
        Assert.Equal(
            "left out Patient.OtherIds: the receiver has no use for them. mapped Content.Title to Notat/Tema; Content.Zones to Notat/TekstNotatInnhold", LedgerText.Whole(ledger));
        Assert.Null(LedgerText.Whole([]));
    }

    [Fact]
    public void Should_keep_what_was_left_out_when_there_is_more_than_a_timeline_holds()
    {
        var ledger = Enumerable.Range(0, 500).Select(i => new LedgerEntry($"Content.Field{i}", "Somewhere/Else", null)).Append(new LedgerEntry("Content.Last", null, "why")).ToList();
        var text = LedgerText.Whole(ledger)!;
        Assert.Equal(2000, text.Length);
        Assert.StartsWith("left out Content.Last: why. mapped Content.Field0", text, StringComparison.Ordinal);
    }
}
