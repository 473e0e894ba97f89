using Hub.Fhir.Model;

namespace Hub.Fhir.Json.Shapes;

/// <summary>The modelled resource types by name and by C# type.</summary>
internal static class ResourceShapes
{
    // Shapes are worked out at first use, so a process that only writes Observations never pays for the others.
    private static readonly Dictionary<string, Func<Shape>> ByName = new(StringComparer.Ordinal)
    {
        [nameof(Binary)] = () => ShapeOf<Binary>.Instance,
        [nameof(Bundle)] = () => ShapeOf<Bundle>.Instance,
        [nameof(CarePlan)] = () => ShapeOf<CarePlan>.Instance,
        [nameof(Communication)] = () => ShapeOf<Communication>.Instance,
        [nameof(Composition)] = () => ShapeOf<Composition>.Instance,
        [nameof(Condition)] = () => ShapeOf<Condition>.Instance,
        [nameof(DetectedIssue)] = () => ShapeOf<DetectedIssue>.Instance,
        [nameof(Device)] = () => ShapeOf<Device>.Instance,
        [nameof(DocumentReference)] = () => ShapeOf<DocumentReference>.Instance,
        [nameof(Encounter)] = () => ShapeOf<Encounter>.Instance,
        [nameof(EpisodeOfCare)] = () => ShapeOf<EpisodeOfCare>.Instance,
        [nameof(Flag)] = () => ShapeOf<Flag>.Instance,
        [nameof(Goal)] = () => ShapeOf<Goal>.Instance,
        [nameof(Location)] = () => ShapeOf<Location>.Instance,
        [nameof(MedicationDispense)] = () => ShapeOf<MedicationDispense>.Instance,
        [nameof(Observation)] = () => ShapeOf<Observation>.Instance,
        [nameof(OperationOutcome)] = () => ShapeOf<OperationOutcome>.Instance,
        [nameof(Organization)] = () => ShapeOf<Organization>.Instance,
        [nameof(Parameters)] = () => ShapeOf<Parameters>.Instance,
        [nameof(Patient)] = () => ShapeOf<Patient>.Instance,
        [nameof(Practitioner)] = () => ShapeOf<Practitioner>.Instance,
        [nameof(Provenance)] = () => ShapeOf<Provenance>.Instance,
        [nameof(QuestionnaireResponse)] = () => ShapeOf<QuestionnaireResponse>.Instance,
        [nameof(RelatedPerson)] = () => ShapeOf<RelatedPerson>.Instance,
    };

    internal static Shape Of(Resource resource) => resource switch
    {
        Observation => ShapeOf<Observation>.Instance,
        Bundle => ShapeOf<Bundle>.Instance,
        _ => ByName[resource.GetType().Name](),
    };

    internal static bool TryFind(string typeName, out Shape shape)
    {
        var found = ByName.TryGetValue(typeName, out var make);
        shape = found ? make!() : ShapeOf<Observation>.Instance;
        return found;
    }
}
