using System.Globalization;
using Hub.Core.Content;
using Hub.Core.Errors;
using Hub.Core.Tenants;
using Hub.Fhir.Model;
using Hub.Fhir.Terminology;
using Identifier = Hub.Core.Identities.Identifier;

namespace Hub.Host.Reading;

/// <summary>What a search for observations, or one of its operations, asks for.</summary>
internal sealed record ObservationQuery
{
    private const int MostOnPage = 1000;
    private const int MostOfEach = 100;

    private static readonly string[] PatientNames = ["patient", "patient.identifier", "patient:identifier", "subject", "subject.identifier", "subject:identifier"];
    private static readonly string[] Passed = ["_format", "_pretty", "_total"];

    /// <summary>The patient; null when the request names none.</summary>
    public Identifier? Patient { get; init; }

    /// <summary>Filters on the code; all must fit.</summary>
    public IReadOnlyList<TokenFilter> Codes { get; init; } = [];

    /// <summary>Filters on the code or that of a component; all must fit.</summary>
    public IReadOnlyList<TokenFilter> ComboCodes { get; init; } = [];

    /// <summary>Filters on the category; all must fit.</summary>
    public IReadOnlyList<TokenFilter> Categories { get; init; } = [];

    /// <summary>Filters on the status; all must fit.</summary>
    public IReadOnlyList<TokenFilter> Statuses { get; init; } = [];

    /// <summary>Filters on the time; all must fit.</summary>
    public IReadOnlyList<DateFilter> Dates { get; init; } = [];

    /// <summary>At most so many on a page.</summary>
    public int Count { get; init; } = 100;

    /// <summary>The newest first (default), or the oldest.</summary>
    public bool NewestFirst { get; init; } = true;

    /// <summary>For <c>$lastn</c>: so many of each code.</summary>
    public int Max { get; init; } = 1;

    /// <summary>For <c>$trend</c>: what values are put together by.</summary>
    public TrendStep By { get; init; } = TrendStep.Day;

    /// <summary>Kinds that the codes stand for; null when they may stand for any.</summary>
    public IReadOnlyList<string>? Kinds => _kinds ??= KindsOf();

    /// <summary>True when sources can be asked for just what is wanted, and nothing need be left out of what they give.</summary>
    public bool IsExact => ComboCodes.Count == 0 && Categories.Count == 0 && Statuses.Count == 0 && Dates.All(d => d.Prefix is "lt" or "le" or "gt" or "ge") && (Codes.Count == 0 || Kinds is not null);

    /// <summary>Start of what sources must be asked for.</summary>
    public DateTimeOffset? From => Dates.Select(d => d.From).Max();

    /// <summary>End, exclusive, of what sources must be asked for.</summary>
    public DateTimeOffset? To => Dates.Select(d => d.To).Min();

    private IReadOnlyList<string>? _kinds;

    /// <summary>Reads the parameters. What is not known is refused: a filter that is passed over would show more than was asked for.</summary>
    /// <param name="form">The parameters.</param>
    /// <param name="tenant">The tenant.</param>
    /// <param name="more">Parameters that this interaction takes beside the search's own.</param>
    /// <returns>The query, or everything that is wrong.</returns>
    public static Result<ObservationQuery> Read(SearchForm form, TenantConfig tenant, params string[] more)
    {
        var errors = new List<HubError>();
        var query = new ObservationQuery();
        foreach (var (name, value) in form.Pairs)
            query = query.With(name, value, tenant, more, errors);
        return errors.Count > 0 ? Result<ObservationQuery>.Failed(errors) : query;
    }

    /// <summary>Whether an observation fits.</summary>
    /// <param name="observation">The observation.</param>
    /// <param name="time">Its time.</param>
    /// <returns>True when it does.</returns>
    public bool Matches(Observation observation, ClinicalTime time) =>
        Dates.All(d => d.Matches(time))
        && Codes.All(f => f.Matches([observation.Code]))
        && ComboCodes.All(f => f.Matches(observation.Component.Select(c => c.Code).Prepend(observation.Code)))
        && Categories.All(f => f.Matches(observation.Category))
        && Statuses.All(f => f.Matches("http://hl7.org/fhir/observation-status", observation.Status));

    private ObservationQuery With(string name, string value, TenantConfig tenant, string[] more, List<HubError> errors)
    {
        if (PatientNames.Contains(name))
            return Same(name, PatientReference.Read(value, tenant, name, errors), errors);
        switch (name)
        {
            case "code" when TokenFilter.Read(value) is { } codes:
                return this with { Codes = [.. Codes, codes] };
            case "combo-code" when TokenFilter.Read(value) is { } codes:
                return this with { ComboCodes = [.. ComboCodes, codes] };
            case "category" when TokenFilter.Read(value) is { } categories:
                return this with { Categories = [.. Categories, categories] };
            case "status" when TokenFilter.Read(value) is { } statuses:
                return this with { Statuses = [.. Statuses, statuses] };
            case "date" when DateFilter.Read(value) is { } date:
                return this with { Dates = [.. Dates, date] };
            case "start" when more.Contains(name) && DateFilter.Read($"ge{value}") is { } start:
                return this with { Dates = [.. Dates, start] };
            case "end" when more.Contains(name) && DateFilter.Read($"lt{value}") is { } end:
                return this with { Dates = [.. Dates, end] };
            case "_count" when Number(value, MostOnPage) is { } count:
                return this with { Count = count };
            case "max" when more.Contains(name) && Number(value, MostOfEach) is { } max:
                return this with { Max = max };
            case "by" when more.Contains(name) && Enum.TryParse<TrendStep>(value, ignoreCase: true, out var step) && !char.IsAsciiDigit(value[0]):
                return this with { By = step };
            case "_sort" when value is "-date" or "date":
                return this with { NewestFirst = value == "-date" };
            default:
                if (!Passed.Contains(name))
                    errors.Add(ReadErrors.BadParameter.At(SafeName.Of(name)));
                return this;
        }
    }

    private ObservationQuery Same(string name, Identifier? patient, List<HubError> errors)
    {
        if (patient is not null && Patient is not null && Patient.Value != patient.Value)
            errors.Add(ReadErrors.BadParameter.At(name, "The request names two patients"));
        return this with { Patient = patient ?? Patient };
    }

    private static int? Number(string text, int most) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? Math.Min(number, most) : null;

    private IReadOnlyList<string>? KindsOf()
    {
        if (Codes.Count != 1)
            return null;
        var kinds = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (system, code) in Codes[0].Tokens)
        {
            var found = Measurements.All.Where(m => m.Code.Coding.Any(c => (system is null || system == c.System) && code == c.Code) || Measurements.Find(system, code) == m).Select(m => m.Name).ToArray();
            if (found.Length == 0)
                return null;
            kinds.UnionWith(found);
        }

        return [.. kinds.Order(StringComparer.Ordinal)];
    }
}

/// <summary>What the values of a trend are put together by.</summary>
internal enum TrendStep
{
    /// <summary>Norwegian calendar day.</summary>
    Day,

    /// <summary>Week from Monday.</summary>
    Week,

    /// <summary>Calendar month.</summary>
    Month,

    /// <summary>The whole period.</summary>
    Period,
}
