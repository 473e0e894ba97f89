namespace Hub.Host.Scenarios;

/// <summary>One pilot from the first enrolment to the last receipt: an example configuration of <c>ops/examples</c>, the simulators that play its partners, and the steps that its users would take. Found by type.</summary>
public interface IScenario
{
    /// <summary>Name on the command line and of the folder under <c>ops/examples</c>.</summary>
    string Name { get; }

    /// <summary>One line: who works with whom.</summary>
    string Title { get; }

    /// <summary>Starts the simulators and says where each partner of the example is.</summary>
    /// <param name="cast">Takes the simulators, and the settings that stand in for what the example leaves to an installation.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>When every simulator listens.</returns>
    Task CastAsync(ScenarioCast cast, CancellationToken cancel);

    /// <summary>Plays the steps, partners going down and coming back among them. A step that does not come true ends the play.</summary>
    /// <param name="stage">The running hub and its surroundings.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>When all is played; what is waiting drains afterwards.</returns>
    Task PlayAsync(ScenarioStage stage, CancellationToken cancel);
}
