using Hub.Core.Content;
using Hub.Fhir.Model;

namespace Hub.Mappings.Fhir.Questionnaires;

/// <summary>Questions and answers as QuestionnaireResponse items. What hangs below an answered question hangs below its last answer (qrs-1: an item has answers or items).</summary>
internal static class QuestionnaireItems
{
    /// <summary>The items.</summary>
    public static FhirList<QuestionnaireResponseItem> Of(IReadOnlyList<AnsweredItem> items) => items.Select(Item).ToFhirList();

    private static QuestionnaireResponseItem Item(AnsweredItem item)
    {
        var nested = Of(item.Items);
        var answers = item.Answers.Select(Value).OfType<DataType>().Select(v => new QuestionnaireResponseAnswer { Value = v }).ToArray();
        if (answers.Length > 0 && nested.Count > 0)
            answers[^1] = answers[^1] with { Item = nested };
        return new QuestionnaireResponseItem
        {
            LinkId = item.LinkId,
            Text = FhirWords.Text(item.Question),
            Answer = answers.ToFhirList(),
            Item = answers.Length > 0 ? [] : nested,
        };
    }

    private static DataType? Value(Answer answer) => answer switch
    {
        { Integer: { } integer } => new FhirInteger(integer),
        { Number: { } number } => new FhirDecimal(number),
        { Boolean: { } yes } => new FhirBoolean(yes),
        { Code: { } code } => FhirWords.Coding(code),
        { Quantity: { } quantity } => FhirWords.Quantity(quantity),
        { Date: { } date } => Moment(date),
        _ => FhirWords.Text(answer.Text) is { } text ? new FhirString(text) : null,
    };

    private static DataType? Moment(string date) =>
        FhirDateTime.TryParse(date, out var moment)
            ? new FhirTime(moment, moment.Precision == FhirDateTimePrecision.Instant ? "dateTime" : "date")
            : FhirWords.Text(date) is { } text ? new FhirString(text) : null;
}
