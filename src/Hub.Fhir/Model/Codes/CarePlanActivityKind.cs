namespace Hub.Fhir.Model;

/// <summary>Resource types an activity of a plan may stand for. FHIR R4 required binding.</summary>
public static class CarePlanActivityKind
{
    /// <summary>Code system of the codes.</summary>
    public const string System = "http://hl7.org/fhir/resource-types";

    /// <summary>Code <c>Appointment</c>.</summary>
    public const string Appointment = "Appointment";

    /// <summary>Code <c>CommunicationRequest</c>.</summary>
    public const string CommunicationRequest = "CommunicationRequest";

    /// <summary>Code <c>DeviceRequest</c>.</summary>
    public const string DeviceRequest = "DeviceRequest";

    /// <summary>Code <c>MedicationRequest</c>.</summary>
    public const string MedicationRequest = "MedicationRequest";

    /// <summary>Code <c>NutritionOrder</c>.</summary>
    public const string NutritionOrder = "NutritionOrder";

    /// <summary>Code <c>Task</c>.</summary>
    public const string Task = "Task";

    /// <summary>Code <c>ServiceRequest</c>.</summary>
    public const string ServiceRequest = "ServiceRequest";

    /// <summary>Code <c>VisionPrescription</c>.</summary>
    public const string VisionPrescription = "VisionPrescription";
}
