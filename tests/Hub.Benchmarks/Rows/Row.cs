namespace Hub.Benchmarks.Rows;

/// <summary>One row of the table: a figure, the floor it is held against in the same run, and the goal.</summary>
/// <param name="Name">What was measured.</param>
/// <param name="Backing">SQLite, PostgreSQL + RabbitMQ ...</param>
/// <param name="Value">The figure.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Floor">The floor's figure in the same unit, null when the goal is absolute.</param>
/// <param name="Goal">The goal in words.</param>
/// <param name="Met">Whether the goal is met.</param>
public sealed record Row(string Name, string Backing, double Value, string Unit, double? Floor, string Goal, bool? Met)
{
    public double? Ratio => Floor is > 0 ? Value / Floor : null;
}
