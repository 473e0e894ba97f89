namespace Hub.Core.Content;

/// <summary>Who a patient is, as the journal knows it: asked for when somebody is enrolled, and sent when it changes.</summary>
/// <param name="Time">When it was read or changed.</param>
public sealed record Personalia(ClinicalTime Time) : HomeContent
{
    // VKP's code of home follow-up.
    private const string HomeFollowUp = "dho";

    /// <inheritdoc/>
    public override ContentKind Kind => ContentKind.Personalia;

    /// <summary><c>dho</c> for somebody to whom the journal has granted home follow-up and whose grant has not run out, else null.</summary>
    public override string? Category => Services.Any(s => s.Code.Code == HomeFollowUp && (s.To is null || s.To > Time.Start)) ? HomeFollowUp : null;

    /// <summary>Given names, null when unknown.</summary>
    public string? Given { get; init; }

    /// <summary>Middle name, null when none.</summary>
    public string? Middle { get; init; }

    /// <summary>Family name, null when unknown.</summary>
    public string? Family { get; init; }

    /// <summary>Birth date in FHIR form (<c>1950</c>, <c>1950-04</c>, <c>1950-04-02</c>); null when the journal does not say. Never derived from the national id.</summary>
    public string? BirthDate { get; init; }

    /// <summary>FHIR administrative gender; null when the journal does not say.</summary>
    public string? Gender { get; init; }

    /// <summary>True when the journal says that the patient has died.</summary>
    public bool Deceased { get; init; }

    /// <summary>How the address is protected (adressebeskyttelse). A protected address is not passed on to vendors.</summary>
    public AddressProtection Protection { get; init; }

    /// <summary>Addresses, the one to visit first.</summary>
    public IReadOnlyList<PostalAddress> Addresses { get; init; } = [];

    /// <summary>Telephones and mail addresses.</summary>
    public IReadOnlyList<Telecom> Telecoms { get; init; } = [];

    /// <summary>Preferred language (BCP 47), null when not said.</summary>
    public string? Language { get; init; }

    /// <summary>Relatives and others to call, in the order in which they are called.</summary>
    public IReadOnlyList<ContactPerson> Contacts { get; init; } = [];

    /// <summary>How to get in: key box, its place and code as the journal keeps it; null when there is none.</summary>
    public string? KeyBox { get; init; }

    /// <summary>Services the municipality has granted.</summary>
    public IReadOnlyList<GrantedService> Services { get; init; } = [];

    /// <summary>The general practitioner, null when unknown.</summary>
    public Party? GeneralPractitioner { get; init; }

    /// <summary>HER-id of the general practitioner's entry in the address register, null when unknown.</summary>
    public int? GeneralPractitionerHer { get; init; }
}

/// <summary>How an address is protected in the national population register.</summary>
public enum AddressProtection
{
    /// <summary>Open.</summary>
    None,

    /// <summary>Confidential (fortrolig).</summary>
    Confidential,

    /// <summary>Strictly confidential (strengt fortrolig).</summary>
    StrictlyConfidential,
}

/// <summary>An address.</summary>
/// <param name="Lines">Street lines.</param>
/// <param name="PostalCode">Postal code, null when unknown.</param>
/// <param name="City">City, null when unknown.</param>
/// <param name="Use">FHIR address use (<c>home</c>, <c>temp</c> ...), null when not said.</param>
/// <param name="MunicipalityCode">Four-digit municipality number (Volven 3402), null when unknown.</param>
public sealed record PostalAddress(IReadOnlyList<string> Lines, string? PostalCode, string? City, string? Use = null, string? MunicipalityCode = null);

/// <summary>A way to reach somebody.</summary>
/// <param name="System">FHIR contact point system: <c>phone</c>, <c>email</c>, <c>sms</c> ...</param>
/// <param name="Value">Number or address.</param>
/// <param name="Use">FHIR contact point use (<c>home</c>, <c>mobile</c>, <c>work</c>), null when not said.</param>
public sealed record Telecom(string System, string Value, string? Use = null);

/// <summary>Somebody to call about a patient.</summary>
/// <param name="Name">Name.</param>
/// <param name="Relation">Relation in words (<c>datter</c>), null when not said.</param>
/// <param name="Telecoms">How to reach them.</param>
/// <param name="NextOfKin">True when the patient named them as next of kin.</param>
/// <param name="HasKey">True when they have a key to the home.</param>
public sealed record ContactPerson(string Name, string? Relation, IReadOnlyList<Telecom> Telecoms, bool NextOfKin = false, bool HasKey = false);

/// <summary>A service that the municipality has granted.</summary>
/// <param name="Code">Its code: VKP service code (<c>dho</c>, <c>ta</c> ...), IPLOS or local.</param>
/// <param name="From">From when, null when not said.</param>
/// <param name="To">Until when, null when open.</param>
public sealed record GrantedService(Coding Code, DateTimeOffset? From, DateTimeOffset? To);
