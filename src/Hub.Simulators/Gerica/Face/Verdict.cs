namespace Hub.Simulators.Gerica;

/// <summary>What the journal says to one document.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Effect">The effect it has or had; null when it has none.</param>
/// <param name="Reason">Stable reason of a refusal; null when there is none.</param>
/// <param name="Complaints">What exactly.</param>
internal sealed record Verdict(int Status, Effect? Effect, string? Reason, IReadOnlyList<Complaint> Complaints)
{
    public bool Replayed => Status == 200 && Effect is not null;

    public static Verdict Of(Effect effect, bool again) => new(again ? 200 : 201, effect, null, []);

    public static Verdict No(int status, string reason, params IReadOnlyList<Complaint> complaints) => new(status, null, reason, complaints);
}
