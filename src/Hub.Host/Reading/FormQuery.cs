using System.Globalization;
using Hub.Core.Errors;
using Hub.Core.Tenants;
using Hub.Fhir.Model;
using Identifier = Hub.Core.Identities.Identifier;

namespace Hub.Host.Reading;

/// <summary>What a search for answered forms asks for.</summary>
internal sealed record FormQuery
{
    private const int MostOnPage = 200;
    private const string OwnForms = "urn:hub:form:";

    private static readonly string[] PatientNames = ["patient", "patient.identifier", "patient:identifier", "subject", "subject.identifier", "subject:identifier"];
    private static readonly string[] Passed = ["_format", "_pretty", "_total"];

    /// <summary>The patient; null when the request names none.</summary>
    public Identifier? Patient { get; init; }

    /// <summary>The form, as its canonical address or the vendor's own id; null = any.</summary>
    public string? Form { get; init; }

    /// <summary>Filters on when it was answered; all must fit.</summary>
    public IReadOnlyList<DateFilter> Dates { get; init; } = [];

    /// <summary>Filters on the status; all must fit.</summary>
    public IReadOnlyList<TokenFilter> Statuses { get; init; } = [];

    /// <summary>At most so many on a page.</summary>
    public int Count { get; init; } = 50;

    /// <summary>The newest first (default), or the oldest.</summary>
    public bool NewestFirst { get; init; } = true;

    /// <summary>The form as a vendor knows it; null = any, or one that only its address tells.</summary>
    public string? VendorForm => Form is null ? null
        : Form.StartsWith(OwnForms, StringComparison.Ordinal) ? Uri.UnescapeDataString(Form[(Form.LastIndexOf(':') + 1)..])
        : Form;

    /// <summary>Reads the parameters. What is not known is refused.</summary>
    /// <param name="form">The parameters.</param>
    /// <param name="tenant">The tenant.</param>
    /// <returns>The query, or everything that is wrong.</returns>
    public static Result<FormQuery> Read(SearchForm form, TenantConfig tenant)
    {
        var errors = new List<HubError>();
        var query = new FormQuery();
        foreach (var (name, value) in form.Pairs)
            query = query.With(name, value, tenant, errors);
        return errors.Count > 0 ? Result<FormQuery>.Failed(errors) : query;
    }

    /// <summary>Whether an answered form fits.</summary>
    /// <param name="entry">The form.</param>
    /// <returns>True when it does.</returns>
    public bool Matches(ReadEntry entry)
    {
        var response = (QuestionnaireResponse)entry.Resource;
        return (Form is null || Form == entry.Group || Form == response.Questionnaire?.Split('|')[0])
            && Dates.All(d => d.Matches(entry.Time))
            && Statuses.All(s => s.Matches("http://hl7.org/fhir/questionnaire-answers-status", response.Status));
    }

    private FormQuery With(string name, string value, TenantConfig tenant, List<HubError> errors)
    {
        if (PatientNames.Contains(name))
        {
            var patient = PatientReference.Read(value, tenant, name, errors);
            if (patient is not null && Patient is not null && Patient.Value != patient.Value)
                errors.Add(ReadErrors.BadParameter.At(name, "The request names two patients"));
            return this with { Patient = patient ?? Patient };
        }

        switch (name)
        {
            case "questionnaire" when value.Length > 0:
                return this with { Form = value.Split('|')[0] };
            case "authored" when DateFilter.Read(value) is { } date:
                return this with { Dates = [.. Dates, date] };
            case "status" when TokenFilter.Read(value) is { } statuses:
                return this with { Statuses = [.. Statuses, statuses] };
            case "_count" when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 0:
                return this with { Count = Math.Min(count, MostOnPage) };
            case "_sort" when value is "-authored" or "authored":
                return this with { NewestFirst = value == "-authored" };
            // Scores go along in any case.
            case "_revinclude" when value == "Observation:derived-from":
                return this;
            default:
                if (!Passed.Contains(name))
                    errors.Add(ReadErrors.BadParameter.At(SafeName.Of(name)));
                return this;
        }
    }
}
