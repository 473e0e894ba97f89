using Hub.Adapters.Json;
using Hub.Core.Content;
using Hub.Core.Errors;
using Hub.Fhir.Model;
using Coding = Hub.Fhir.Model.Coding;
using Quantity = Hub.Fhir.Model.Quantity;

namespace Hub.Adapters.FhirReading;

/// <summary>A QuestionnaireResponse as an answered form.</summary>
internal static class FormReader
{
    public static QuestionnaireAnswers? Read(QuestionnaireResponse form, string path, FhirSource source, Findings findings)
    {
        if (form.Authored is not { } authored)
        {
            findings.Fail(IntakeErrors.Missing, $"{path}.authored", "An answered form has a time.");
            return null;
        }

        var canonical = form.Questionnaire?.Split('|', 2);
        return new QuestionnaireAnswers(canonical?[0] ?? "unknown", Terms.Time(authored), Items(form.Item, $"{path}.item", findings))
        {
            FormVersion = canonical is [_, var version] ? version : null,
            Status = form.Status ?? "unknown",
            Answerer = Parties.Of(form.Source ?? form.Author, source),
            Identifiers = Terms.Ids([form.Identifier]),
        };
    }

    private static IReadOnlyList<AnsweredItem> Items(IReadOnlyList<QuestionnaireResponseItem> items, string path, Findings findings) =>
    [
        .. items.Select((item, i) => new AnsweredItem(
            item.LinkId ?? "",
            item.Text,
            [.. item.Answer.Select((a, n) => Read(a.Value, $"{path}[{i}].answer[{n}].value", findings)).OfType<Answer>()],
            [.. Items(item.Item, $"{path}[{i}].item", findings), .. item.Answer.SelectMany((a, n) => Items(a.Item, $"{path}[{i}].answer[{n}].item", findings))])),
    ];

    private static Answer? Read(DataType? value, string path, Findings findings)
    {
        switch (value)
        {
            case null:
                return null;
            case FhirBoolean boolean:
                return new Answer(Boolean: boolean.Value);
            case FhirDecimal number:
                return new Answer(Number: number.Value);
            case FhirInteger integer:
                return new Answer(Integer: integer.Value);
            case FhirString text:
                return new Answer(Text: text.Value);
            case FhirTime time:
                return new Answer(Date: time.Value.Text);
            case Coding coding:
                return new Answer(Code: Terms.Coding(coding));
            case Quantity { Value: { } number } quantity:
                var unit = quantity.Code ?? quantity.Unit ?? "1";
                return new Answer(Quantity: new Hub.Core.Content.Quantity(number, unit, quantity.Unit == unit ? null : quantity.Unit, quantity.Comparator));
            default:
                findings.LeaveOut(path, "This type of answer has no place in the content; the raw message keeps it.");
                return null;
        }
    }
}
