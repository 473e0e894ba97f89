using Hub.Core.Identities;

namespace Hub.Core.Lookups;

/// <summary>Kinds of questions.</summary>
public enum LookupKind
{
    /// <summary>Who a patient is, with contacts, key box and services.</summary>
    Personalia,

    /// <summary>Measured values.</summary>
    Measurements,

    /// <summary>Answered questionnaires.</summary>
    Questionnaires,

    /// <summary>The self-treatment plan and its versions.</summary>
    Plans,

    /// <summary>Everybody who has a service.</summary>
    Enrolled,
}

/// <summary>A question about a patient (or, <see cref="EnrolledIn"/>, about a service). Sealed records derive from it.</summary>
public abstract record LookupQuery
{
    private LookupQuery()
    {
    }

    /// <summary>Which kind of question it is.</summary>
    public abstract LookupKind Kind { get; }

    /// <summary>Who is this?</summary>
    /// <param name="Patient">National id.</param>
    public sealed record PersonaliaOf(Identifier Patient) : LookupQuery
    {
        /// <inheritdoc/>
        public override LookupKind Kind => LookupKind.Personalia;
    }

    /// <summary>Which values were measured? Findings are <see cref="Content.Measurement"/>.</summary>
    /// <param name="Patient">National id.</param>
    public sealed record MeasurementsOf(Identifier Patient) : LookupQuery
    {
        /// <inheritdoc/>
        public override LookupKind Kind => LookupKind.Measurements;

        /// <summary>Kinds wanted (<see cref="Content.MeasurementKind"/>); empty = all.</summary>
        public IReadOnlyList<string> What { get; init; } = [];

        /// <summary>Measured at or after; null = from the beginning.</summary>
        public DateTimeOffset? From { get; init; }

        /// <summary>Measured before; null = until now.</summary>
        public DateTimeOffset? To { get; init; }

        /// <summary>Only so many of each kind, the newest; null = all.</summary>
        public int? Last { get; init; }

        /// <summary>At most so many altogether, the newest; what is left out makes the answer incomplete. Default 1,000.</summary>
        public int Limit { get; init; } = 1000;
    }

    /// <summary>Which forms were answered? Findings are <see cref="Content.QuestionnaireAnswers"/>.</summary>
    /// <param name="Patient">National id.</param>
    public sealed record AnswersOf(Identifier Patient) : LookupQuery
    {
        /// <inheritdoc/>
        public override LookupKind Kind => LookupKind.Questionnaires;

        /// <summary>Only this form; null = all.</summary>
        public string? FormId { get; init; }

        /// <summary>Answered at or after; null = from the beginning.</summary>
        public DateTimeOffset? From { get; init; }

        /// <summary>Answered before; null = until now.</summary>
        public DateTimeOffset? To { get; init; }

        /// <summary>At most so many, the newest. Default 100.</summary>
        public int Limit { get; init; } = 100;
    }

    /// <summary>Which plan is in force? Findings are <see cref="Content.SelfTreatmentPlan"/>, the newest version first.</summary>
    /// <param name="Patient">National id.</param>
    public sealed record PlansOf(Identifier Patient) : LookupQuery
    {
        /// <inheritdoc/>
        public override LookupKind Kind => LookupKind.Plans;

        /// <summary>True for every version, false for the current one only.</summary>
        public bool History { get; init; }
    }

    /// <summary>Who has this service? Findings are <see cref="Content.Personalia"/> with the patient beside them.</summary>
    /// <param name="Service">VKP service code (<c>dho</c>, <c>ta</c> ...); null = any.</param>
    public sealed record EnrolledIn(string? Service) : LookupQuery
    {
        /// <inheritdoc/>
        public override LookupKind Kind => LookupKind.Enrolled;
    }
}
