using Hub.Adapters.Http;
using Hub.Core.Adapters;
using Hub.Core.Errors;

namespace Hub.Adapters.Dips;

/// <summary>Reads the answer to a transaction: all entries were done, or none.</summary>
public static class DipsTransactionAnswer
{
    /// <summary>What became of it.</summary>
    /// <param name="answer">The answer, or why there is none.</param>
    /// <returns>Delivered when every entry was done.</returns>
    public static SendOutcome Read(HttpAnswer answer)
    {
        var whole = DipsAnswer.Classify(answer);
        if (whole is not SendOutcome.Delivered || answer.Status != 200)
            return whole;
        using var bundle = answer.Whole ? DipsJson.Parse(answer.Body) : null;
        var entries = bundle is null ? [] : DipsJson.Items(bundle.RootElement, "entry").Select(e => DipsJson.Member(e, "response")).ToArray();
        if (entries.Length == 0 || entries.Any(e => DipsJson.Text(e, "status") is not ['2', ..]))
            return new SendOutcome.Failed(DeliveryErrors.UnreadableAnswer.At("Bundle.entry.response", "The journal answered the transaction without saying that every entry was done"));
        return new SendOutcome.Delivered(ReceiptLocation.Shorten(DipsJson.Text(entries[0], "location")), entries.All(e => DipsJson.Text(e, "status")!.StartsWith("200", StringComparison.Ordinal)));
    }
}
