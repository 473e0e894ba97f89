using Hub.Core.Deliveries;
using Hub.Core.Errors;
using Hub.Delivery.Receipts;
using Hub.Host.Errors;
using Xunit;

namespace Hub.UnitTests.Operators;

/// <summary>What the hub itself writes on timelines is told in Norwegian; what others said stays as they said it.</summary>
public sealed class TimelineWordsTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 4, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("redeliver by operator:kari: the journal was closed", "levert på nytt av operator:kari: the journal was closed")]
    [InlineData("park by token:ola: feil pasient: vent", "parkert av token:ola: feil pasient: vent")]
    [InlineData("the partner had it already", "parten hadde den allerede")]
    [InlineData("held for longer, since it is paused", "parkert lenger, fordi den er satt på pause")]
    [InlineData("no acknowledgment in time: sent again (sent 3 times so far)", "ingen bekreftelse i tide: sendt på nytt (sendt 3 ganger til nå)")]
    [InlineData("went by train", "went by train")]
    [InlineData("HTTP 422: unknown code", "HTTP 422: unknown code")]
    [InlineData("left out Author: the form has no place for it", "left out Author: the form has no place for it")]
    public void Should_tell_the_hubs_own_words_in_norwegian_and_no_others(string detail, string expected) => Assert.Equal(expected, TimelineWords.Norwegian(detail, null));

    [Theory]
    [InlineData(DeliveryState.Delivered, true, "positiv kvittering uten virkning, leveransen står som «levert»")]
    [InlineData(DeliveryState.DeadLettered, true, "positiv kvittering uten virkning, leveransen står som «oppgitt»")]
    [InlineData(DeliveryState.AwaitingReceipt, true, "positiv kvittering uten virkning, leveransen står som «bekreftet mottatt»")]
    [InlineData(DeliveryState.Held, true, "positiv kvittering uten virkning, leveransen står som «parkert»")]
    [InlineData(DeliveryState.Discarded, true, "positiv kvittering uten virkning, leveransen står som «forkastet»")]
    [InlineData(DeliveryState.Pending, true, "positiv kvittering uten virkning, leveransen står som «venter»")]
    [InlineData(DeliveryState.Pending, false, "positiv kvittering uten virkning, dokumentet er laget på nytt siden")]
    public void Should_know_every_way_in_which_a_receipt_is_ignored(DeliveryState state, bool current, string expected)
    {
        var told = ReceiptWords.Ignored(new Receipt.Positive(null), Row(state), current, Now);

        Assert.Equal(expected, TimelineWords.Norwegian(told.Detail, told.Code));
    }

    [Fact]
    public void Should_give_the_title_of_an_error_that_says_no_more_than_that()
    {
        var (code, norwegian) = (DeliveryErrors.TimedOut.Code, ErrorWords.Norwegian.All[DeliveryErrors.TimedOut.Code].Title);

        Assert.Equal(norwegian, TimelineWords.Norwegian(DeliveryErrors.TimedOut.Title, code));
        Assert.Equal($"$.value: {norwegian}", TimelineWords.Norwegian($"$.value: {DeliveryErrors.TimedOut.Title}", code));
        Assert.Equal("The service said: slow", TimelineWords.Norwegian("The service said: slow", code));
        Assert.Null(TimelineWords.Norwegian(null, code));
    }

    private static DeliveryRow Row(DeliveryState state) => new(new DeliveryId(7, 1), "larvik", "epj", "to-epj", "m", 0, 0, state, Now, 1, Now, 1, 0, false);
}
