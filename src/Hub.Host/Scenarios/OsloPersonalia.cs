using System.Globalization;
using Hub.Core.Content;
using Hub.Simulators.Dignio;
using Hub.Simulators.Gerica;

namespace Hub.Host.Scenarios;

/// <summary>Who Oslo's patients are: the vendor knows it from the moment they are enrolled, never an address that is protected, and hears of nobody else.</summary>
/// <param name="journal">Knows who they are.</param>
/// <param name="vendor">Is told.</param>
internal sealed class OsloPersonalia(GericaServer journal, DignioServer vendor)
{
    private const string Tenant = "oslo";
    private const string Flow = "1 personalia";

    /// <summary>Plays its steps; patients were enrolled before.</summary>
    /// <param name="stage">The running hub.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>When played.</returns>
    public async Task PlayAsync(ScenarioStage stage, CancellationToken cancel)
    {
        var enrolled = journal.Patients.All;
        await stage.StepAsync(Flow, "who was enrolled was asked for in the journal, also while it was down, and the vendor knows them", async () =>
        {
            await stage.UntilAsync("the vendor knows everybody", () => Task.FromResult(enrolled.All(p => vendor.People.Of(p.NationalId)?.Street == p.Street)), cancel);
            return string.Create(CultureInfo.InvariantCulture, $"{enrolled.Count} patients, told {vendor.People.Told.Count} times");
        });
        await stage.StepAsync(Flow, "somebody moves, and somebody's address becomes protected: the vendor has the new address of the one and none of the other", async () =>
        {
            await NotifyAsync(stage, "v-1", enrolled[0] with { Street = "Nygata 2", Updated = stage.Now.AddMinutes(-1) });
            await NotifyAsync(stage, "v-2", enrolled[1] with { Protection = "V", Updated = stage.Now.AddMinutes(-1) });
            await stage.UntilAsync(
                "the vendor has both", () => Task.FromResult(vendor.People.Of(enrolled[0].NationalId)?.Street == "Nygata 2" && vendor.People.Of(enrolled[1].NationalId) is { Protection: not "none", Street: null }), cancel);
            return null;
        });
        await stage.StepAsync(Flow, "somebody whom nobody follows up moves: the vendor hears nothing of it", async () =>
        {
            var told = vendor.People.Told.Count;
            await NotifyAsync(stage, "v-3", new RegisteredPatient(SyntheticPerson.Make(99, 1)[0].NationalId, "Nabo", "Prøvesen") { Street = "Nygata 4", Updated = stage.Now.AddMinutes(-1) });
            await stage.DrainAsync(cancel);
            var ended = (await stage.MessagesAsync(Tenant)).Single(m => m.Message.Source == "gerica" && m.Kind == ContentKind.Personalia && m.SourceId == "v-3").Deliveries;
            return vendor.People.Told.Count == told && ended is [{ Row.Partner: "enrolment" }] ? null : throw new ScenarioFailedException("the vendor was told");
        });
    }

    private static async Task NotifyAsync(ScenarioStage stage, string id, RegisteredPatient patient)
    {
        using var http = new HttpClient();
        var status = await GericaNotices.SendAsync(http, new Uri(stage.Hub.Addresses[0], $"in/{Tenant}/gerica"), stage.Cast.Partners[(Tenant, "gerica")].Key, GericaNotices.Changed(patient, id, stage.Now.AddMinutes(-1)));
        if (status != 202)
            throw new ScenarioFailedException($"the notice was answered {status}");
    }
}
