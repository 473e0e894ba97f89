namespace Hub.Simulators.Messaging;

/// <summary>Asks a counterpart to write a letter.</summary>
/// <param name="Letter">Which, one of <see cref="Kinds"/>.</param>
/// <param name="NationalId">Synthetic national id of the patient.</param>
/// <param name="Name">Name of the patient.</param>
/// <param name="Text">Text of a dialogue or request; null for one of its own.</param>
/// <param name="To">HER-id of the receiver; null = the only one known.</param>
internal sealed record LetterOrder(string Letter, string NationalId, string Name, string? Text = null, int? To = null)
{
    /// <summary>Letters that can be asked for.</summary>
    public static IReadOnlyList<string> Kinds { get; } =
        ["admitted", "health-information", "ready", "not-ready", "discharge-report", "discharged", "dead", "to-doctor", "dialogue", "request"];

    /// <summary>Writes it.</summary>
    /// <param name="writer">Who writes.</param>
    /// <param name="to">The receiver.</param>
    /// <returns>The letter; null when there is no such kind.</returns>
    public Letter? Write(LetterWriter writer, CounterpartParty to)
    {
        var patient = LetterPatient.Of(NationalId, Name);
        return Letter switch
        {
            "admitted" => writer.Admitted(to, patient),
            "health-information" => writer.HealthInformation(to, patient),
            "ready" => writer.Ready(to, patient),
            "not-ready" => writer.NotReady(to, patient),
            "discharge-report" => writer.DischargeReport(to, patient),
            "discharged" => writer.Discharged(to, patient),
            "dead" => writer.Dead(to, patient),
            "to-doctor" => writer.ToDoctor(to, patient),
            "dialogue" => writer.Dialogue(to, patient, Text ?? "Kan dere ringe?"),
            "request" => writer.Request(to, patient, Text ?? "Hvilke tjenester har pasienten?"),
            _ => null,
        };
    }
}
