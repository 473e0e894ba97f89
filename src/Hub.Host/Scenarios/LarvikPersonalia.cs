using System.Globalization;
using Hub.Core.Content;
using Hub.Simulators.Dignio;
using Hub.Simulators.Profil;

namespace Hub.Host.Scenarios;

/// <summary>Who Larvik's patients are: the vendor knows it from the moment they are enrolled, and hears of nobody else.</summary>
/// <param name="journal">Knows who they are.</param>
/// <param name="vendor">Is told.</param>
internal sealed class LarvikPersonalia(ProfilServer journal, DignioServer vendor)
{
    private const string Tenant = "larvik";
    private const string Flow = "1 personalia";

    /// <summary>Plays its steps; patients were enrolled before.</summary>
    /// <param name="stage">The running hub.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>When played.</returns>
    public async Task PlayAsync(ScenarioStage stage, CancellationToken cancel)
    {
        var enrolled = journal.Users;
        await stage.StepAsync(Flow, "who was enrolled was asked for in the journal, and the vendor knows them", async () =>
        {
            await stage.UntilAsync("the vendor knows everybody", () => Task.FromResult(enrolled.All(u => vendor.People.Of(u.NationalId)?.Street == u.Street)), cancel);
            return string.Create(CultureInfo.InvariantCulture, $"{enrolled.Count} patients");
        });
        using var notices = new ProfilNotices(new FeedTarget(new Uri(stage.Hub.Addresses[0], $"in/{Tenant}/profil"), stage.Cast.Partners[(Tenant, "profil")].Key));
        await stage.StepAsync(Flow, "somebody moves: the journal says so, and the vendor knows", async () =>
        {
            var moved = enrolled[0] with { Street = "Nygata 2", Changed = stage.Now.AddMinutes(-1) };
            journal.Put(moved);
            await NotifyAsync(stage, notices, "v-1", moved, cancel);
            await stage.UntilAsync("the vendor has the new address", () => Task.FromResult(vendor.People.Of(moved.NationalId)?.Street == moved.Street), cancel);
            return null;
        });
        await stage.StepAsync(Flow, "somebody whom nobody follows up moves: the vendor hears nothing of it", async () =>
        {
            var told = vendor.People.Told.Count;
            var stranger = new ProfilUser(SyntheticPerson.Make(99, 1)[0].NationalId) { Given = "Nabo", Family = "Prøvesen", Street = "Nygata 4", PostalCode = "3256", City = "Larvik", Changed = stage.Now.AddMinutes(-1) };
            await NotifyAsync(stage, notices, "v-2", stranger, cancel);
            await stage.DrainAsync(cancel);
            var ended = (await stage.MessagesAsync(Tenant)).Single(m => m.Message.Source == "profil" && m.Kind == ContentKind.Personalia && m.SourceId == "v-2").Deliveries;
            return vendor.People.Told.Count == told && ended is [{ Row.Partner: "enrolment" }] ? null : throw new ScenarioFailedException("the vendor was told");
        });
    }

    private static async Task NotifyAsync(ScenarioStage stage, ProfilNotices notices, string id, ProfilUser user, CancellationToken cancel)
    {
        var status = await notices.SendAsync(ProfilNotices.Changed(id, user, 1, stage.Now.AddMinutes(-1)), cancel);
        if (status != 202)
            throw new ScenarioFailedException($"the notice was answered {status}");
    }
}
