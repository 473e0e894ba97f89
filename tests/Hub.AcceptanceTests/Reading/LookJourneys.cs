using System.Globalization;
using System.Text;
using System.Text.Json;
using Hub.AcceptanceTests.Staging;
using Hub.Core.Content;
using Xunit;

namespace Hub.AcceptanceTests.Reading;

/// <summary>Treaters look when they need to: values, last values, trends and forms, asked for at the vendor there and then.</summary>
public abstract class LookJourneys(BackingKind backing)
{
    private const string Search = "fhir/larvik/Observation/_search";

    [Fact]
    public async Task Should_show_a_home_nurse_every_value_with_the_patients_thresholds_the_newest_first()
    {
        await using var stage = await ReadStage.OpenAsync(backing);
        var token = stage.Token(ReadStage.Municipality, "SP");
        var told = stage.Told<Measurement>();

        var seen = await stage.PostAsync(Search, token, ("patient.identifier", $"urn:oid:2.16.578.1.12.4.1.4.1|{stage.Patient}"), ("category", "vital-signs,activity,laboratory"), ("_count", "1000"));

        Assert.Equal(200, seen.Status);
        Assert.Equal(told.Count, seen.Matches.Count);
        Assert.Equal(told.Count, seen.Json.GetProperty("total").GetInt32());
        var times = seen.Matches.Select(m => DateTimeOffset.Parse(m.GetProperty("effectiveDateTime").GetString()!, CultureInfo.InvariantCulture)).ToArray();
        Assert.Equal(times.OrderDescending(), times);
        Assert.Contains(seen.Matches, m => m.TryGetProperty("referenceRange", out var ranges) && ranges.GetArrayLength() > 1);
        Oracle.Check(seen.Json);
    }

    [Fact]
    public async Task Should_keep_every_digit_of_a_value()
    {
        await using var stage = await ReadStage.OpenAsync(backing);
        var weight = stage.Told<Measurement>().Concat(stage.Story.Where(e => e.Content is Measurement { What: MeasurementKind.BodyWeight })).First(e => e.Content is Measurement { What: MeasurementKind.BodyWeight });
        var value = ((Measurement)weight.Content).Value!.Quantity!.Value;

        var seen = await stage.PostAsync(Search, stage.Token(ReadStage.Municipality), ("patient.identifier", weight.Person.NationalId), ("code", "http://loinc.org|29463-7"), ("_count", "1000"));

        Assert.Contains(seen.Matches, m => m.GetProperty("valueQuantity").GetProperty("value").GetRawText() == value.ToString(CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task Should_page_through_everything_once_without_saying_in_the_address_who_it_is_about()
    {
        await using var stage = await ReadStage.OpenAsync(backing);
        var token = stage.Token(ReadStage.Municipality);
        var told = stage.Told<Measurement>().Select(e => e.EventId).Order().ToArray();
        var (found, pages) = (new List<string>(), 0);

        for (var page = await stage.PostAsync(Search, token, ("patient.identifier", stage.Patient), ("category", "vital-signs"), ("category", "vital-signs,activity"), ("_count", "7")); ; pages++)
        {
            Assert.Equal(200, page.Status);
            found.AddRange(page.Matches.Select(EventOf));
            if (page.Next is not { } next)
                break;
            Assert.NotEmpty(page.Matches);
            Assert.DoesNotContain(stage.Patient, next, StringComparison.Ordinal);
            page = await stage.SendAsync(HttpMethod.Get, next, token);
        }

        var whole = await stage.PostAsync(Search, token, ("patient.identifier", stage.Patient), ("category", "vital-signs"), ("_count", "1000"));
        Assert.Equal(whole.Matches.Select(EventOf), found);
        Assert.Equal(found.Distinct().Count(), found.Count);
        Assert.True(pages > 2);
        Assert.Subset(told.ToHashSet(), found.ToHashSet());
    }

    [Fact]
    public async Task Should_not_open_a_page_for_somebody_else_or_for_another_tenant()
    {
        await using var stage = await ReadStage.OpenAsync(backing);
        var next = (await stage.PostAsync(Search, stage.Token(ReadStage.Municipality), ("patient.identifier", stage.Patient), ("_count", "3"))).Next!;

        var other = await stage.SendAsync(HttpMethod.Get, next, stage.Token(ReadStage.Municipality, change: c => c["helseid://claims/hpr/hpr_number"] = "9144901"));
        var elsewhere = await stage.SendAsync(HttpMethod.Get, next.Replace("/larvik/", "/skien/", StringComparison.Ordinal), stage.Token(ReadStage.Skien));
        var changed = await stage.SendAsync(HttpMethod.Get, next[..^3] + "AAA", stage.Token(ReadStage.Municipality));

        Assert.All(new[] { other, elsewhere, changed }, s => Assert.Equal((410, "HUB-READ-008"), (s.Status, s.Code)));
    }

    [Fact]
    public async Task Should_find_by_code_and_by_dates()
    {
        await using var stage = await ReadStage.OpenAsync(backing);
        var token = stage.Token(ReadStage.Municipality);
        var told = stage.Told<Measurement>();
        var (what, loinc) = told.Any(e => e.Content.Category == MeasurementKind.OxygenSaturation) ? (MeasurementKind.OxygenSaturation, "59408-5") : (MeasurementKind.HeartRate, "8867-4");
        var (from, to) = (new DateTimeOffset(2026, 2, 5, 0, 0, 0, TimeSpan.FromHours(1)), new DateTimeOffset(2026, 2, 9, 0, 0, 0, TimeSpan.FromHours(1)));
        int Count(Func<DateTimeOffset, bool> when) => told.Count(e => e.Content.Category == what && when(e.OccurredAt));
        async Task<int> FoundAsync(params string[] dates) => (await stage.PostAsync(
            Search, token, [("patient.identifier", stage.Patient), ("code", $"http://loinc.org|{loinc}"), ("_count", "1000"), .. dates.Select(d => ("date", d))])).Matches.Count;

        Assert.Equal(Count(t => t >= from), await FoundAsync("ge2026-02-05"));
        Assert.Equal(Count(t => t >= from && t < to), await FoundAsync("ge2026-02-05", "lt2026-02-09"));
        Assert.Equal(Count(t => t >= from && t < to), await FoundAsync("ge2026-02-05T00:00:00+01:00", "le2026-02-08"));
        Assert.Equal(Count(t => t >= from && t < from.AddDays(1)), await FoundAsync("2026-02-05"));
        Assert.Equal(Count(t => t >= from.AddDays(1)), await FoundAsync("gt2026-02-05"));
        Assert.Equal(Count(_ => true), await FoundAsync("2026-02"));
        Assert.Equal(Count(t => t < from || t >= from.AddDays(1)), await FoundAsync("ne2026-02-05"));
    }

    [Fact]
    public async Task Should_give_the_last_values_of_each_code()
    {
        await using var stage = await ReadStage.OpenAsync(backing);
        var told = stage.Told<Measurement>();

        var seen = await stage.PostAsync("fhir/larvik/Observation/$lastn", stage.Token(ReadStage.Municipality), ("patient.identifier", stage.Patient), ("max", "3"), ("category", "vital-signs"));

        var groups = seen.Matches.GroupBy(m => m.GetProperty("code").GetProperty("text").GetString());
        Assert.All(groups, g => Assert.Equal(3, g.Count()));
        Assert.NotEmpty(groups);
        var body = JsonSerializer.Serialize(new { resourceType = "Parameters", parameter = new object[] { new { name = "patient.identifier", valueIdentifier = new { system = "urn:oid:2.16.578.1.12.4.1.4.1", value = stage.Patient } }, new { name = "max", valueInteger = 1 }, new { name = "category", valueCode = "vital-signs" } } });
        var posted = await stage.SendAsync(HttpMethod.Post, "fhir/larvik/Observation/$lastn", stage.Token(ReadStage.Municipality), new StringContent(body, Encoding.UTF8, "application/fhir+json"));
        Assert.Equal(groups.Count(), posted.Matches.Count);
        Oracle.Check(seen.Json);
    }

    [Fact]
    public async Task Should_show_a_trend_with_thresholds_and_what_the_values_of_each_day_come_to()
    {
        await using var stage = await ReadStage.OpenAsync(backing);
        var who = stage.Story.First(e => e.Content is Measurement { What: MeasurementKind.BloodPressure }).Person.NationalId;
        var told = stage.Told<Measurement>(who).Where(e => e.Content.Category == MeasurementKind.BloodPressure).ToArray();

        var seen = await stage.PostAsync("fhir/larvik/Observation/$trend", stage.Token(ReadStage.Municipality), ("patient.identifier", who), ("code", "85354-9"), ("start", "2026-02-01"), ("end", "2026-03-01"), ("by", "period"));

        Assert.Equal("Parameters", seen.Type);
        var parameters = seen.Json.GetProperty("parameter").EnumerateArray().ToArray();
        Assert.Equal(told.Length, parameters[0].GetProperty("resource").GetProperty("entry").EnumerateArray().Count(e => e.GetProperty("search").GetProperty("mode").GetString() == "match"));
        var systolic = told.Select(e => ((Measurement)e.Content).Components.Single(c => c.Name == MeasurementKind.Systolic).Value.Quantity!.Value).ToArray();
        var summary = parameters.Skip(1).Single(p => Part(p, "component").GetProperty("valueCodeableConcept").GetProperty("coding")[0].GetProperty("code").GetString() == "8480-6");
        Assert.Equal(systolic.Min(), Part(summary, "min").GetProperty("valueQuantity").GetProperty("value").GetDecimal());
        Assert.Equal(systolic.Max(), Part(summary, "max").GetProperty("valueQuantity").GetProperty("value").GetDecimal());
        Assert.Equal(Math.Round(systolic.Average(), 1, MidpointRounding.ToEven), Part(summary, "mean").GetProperty("valueQuantity").GetProperty("value").GetDecimal());
        Assert.Equal(systolic.Length, Part(summary, "count").GetProperty("valueInteger").GetInt32());
        Oracle.Check(seen.Json);
    }

    [Fact]
    public async Task Should_show_answered_forms_with_their_scores()
    {
        await using var stage = await ReadStage.OpenAsync(backing);
        var who = stage.Story.First(e => e.Content is QuestionnaireAnswers { Scores.Count: > 0 }).Person.NationalId;
        var told = stage.Told<QuestionnaireAnswers>(who);
        var token = stage.Token(ReadStage.Municipality);

        var forms = await stage.PostAsync("fhir/larvik/QuestionnaireResponse/_search", token, ("patient.identifier", who), ("_revinclude", "Observation:derived-from"));
        var scores = await stage.PostAsync(Search, token, ("patient.identifier", who), ("category", "survey"), ("_count", "100"));
        var one = await stage.PostAsync("fhir/larvik/QuestionnaireResponse/_search", token, ("patient.identifier", who), ("questionnaire", "cat"), ("_count", "1"));

        Assert.Equal(told.Count, forms.Matches.Count);
        Assert.Equal(told.Sum(e => ((QuestionnaireAnswers)e.Content).Scores.Count), forms.Entries.Count(e => e.GetProperty("search").GetProperty("mode").GetString() == "include"));
        Assert.Equal(told.Sum(e => ((QuestionnaireAnswers)e.Content).Scores.Count), scores.Matches.Count);
        Assert.Single(one.Matches);
        Oracle.Check(forms.Json);
        Oracle.Check(scores.Json);
    }

    [Fact]
    public async Task Should_ask_the_vendor_once_for_what_a_viewer_draws_twice()
    {
        await using var stage = await ReadStage.OpenAsync(backing);
        var token = stage.Token(ReadStage.Municipality);
        await stage.PostAsync(Search, token, ("patient.identifier", stage.Patient), ("code", "8867-4"));
        var asked = stage.First.Asked;

        await stage.PostAsync(Search, token, ("patient.identifier", stage.Patient), ("code", "8867-4"));

        Assert.Equal(asked, stage.First.Asked);
    }

    [Theory]
    [InlineData("GET", "fhir/larvik/Observation?patient=13116900216", 400, "HUB-READ-006")]
    [InlineData("GET", "fhir/larvik/Observation/_search?patient.identifier=13116900216", 400, "HUB-READ-006")]
    [InlineData("POST", "fhir/larvik/Observation/_search?patient.identifier=13116900216", 400, "HUB-READ-006")]
    [InlineData("GET", "fhir/larvik/Patient/13116900216", 400, "HUB-READ-006")]
    [InlineData("GET", "fhir/larvik/Observation/_search", 400, "HUB-READ-006")]
    [InlineData("POST", "fhir/larvik/Observation/_search", 400, "HUB-READ-005")]
    [InlineData("POST", "fhir/larvik/Observation", 501, "HUB-HTTP-005")]
    [InlineData("DELETE", "fhir/larvik/Observation/x", 501, "HUB-HTTP-005")]
    public async Task Should_refuse_what_is_not_offered_and_what_would_be_logged(string method, string path, int status, string code)
    {
        await using var stage = await ReadStage.OpenAsync(backing);

        var seen = await stage.SendAsync(HttpMethod.Parse(method), path, stage.Token(ReadStage.Municipality), method == "POST" ? new FormUrlEncodedContent([]) : null);

        Assert.Equal((status, code), (seen.Status, seen.Code));
        Assert.DoesNotContain("13116900216", stage.Logs, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("name", "Ola")]
    [InlineData("date", "yesterday")]
    [InlineData("date", "ap2026-02-01")]
    [InlineData("_count", "0")]
    [InlineData("_sort", "code")]
    [InlineData("patient.identifier", "1311690021")]
    [InlineData("patient.identifier", "urn:other|13116900216")]
    [InlineData("13116900216", "x")]
    public async Task Should_refuse_a_parameter_rather_than_pass_it_over(string name, string value)
    {
        await using var stage = await ReadStage.OpenAsync(backing);

        var seen = await stage.PostAsync(Search, stage.Token(ReadStage.Municipality), ("patient", stage.Patient), (name, value));

        Assert.Equal(400, seen.Status);
        Assert.DoesNotContain("13116900216", seen.Json.GetRawText(), StringComparison.Ordinal);
    }

    private static string EventOf(JsonElement observation) =>
        observation.GetProperty("identifier").EnumerateArray().Single(i => i.GetProperty("system").GetString() == "urn:hub:event:larvik:dignio").GetProperty("value").GetString()!;

    private static JsonElement Part(JsonElement parameter, string name) =>
        parameter.GetProperty("part").EnumerateArray().FirstOrDefault(p => p.GetProperty("name").GetString() == name);

    /// <summary>On SQLite.</summary>
    public sealed class Embedded() : LookJourneys(BackingKind.Embedded);

    /// <summary>On PostgreSQL.</summary>
    public sealed class OnPostgres() : LookJourneys(BackingKind.Servers);
}
