using System.Globalization;
using System.Xml.Linq;

namespace Hub.Simulators.Profil;

/// <summary>Finds users and makes their measures.</summary>
internal sealed class UserDesk(ProfilServerOptions options, ProfilLedger ledger)
{
    private readonly Lock _gate = new();
    private readonly List<ProfilUser> _users = [.. options.Users];

    public IReadOnlyList<ProfilUser> Users
    {
        get
        {
            lock (_gate)
                return [.. _users];
        }
    }

    public void Put(ProfilUser user)
    {
        lock (_gate)
        {
            var at = _users.FindIndex(u => u.NationalId == user.NationalId);
            if (at < 0)
                _users.Add(user);
            else
                _users[at] = user;
        }
    }

    public ProfilVerdict Search(XElement? search, ProfilFaults faults)
    {
        var id = search?.Element(ProfilVerdict.Space + "fodselsnummer")?.Value;
        if (search?.Name != ProfilVerdict.Space + "sok" || string.IsNullOrEmpty(id))
            return ProfilVerdict.Error(4003, "sok/fodselsnummer");
        if (faults.Unknown.Contains(id) || Number(id, options.RegistersAnybody) is not { } number)
            return ProfilVerdict.Error(2001);
        return ProfilVerdict.Ok(CardWriter.Write(Users[number - 1001], number));
    }

    public ProfilVerdict List(string? service, int page)
    {
        var found = Users.Select((user, i) => (user, Number: i + 1001)).Where(u => string.IsNullOrEmpty(service) || u.user.Services.Contains(service)).ToArray();
        var shown = found.Skip((page - 1) * options.PageSize).Take(options.PageSize).Select(u => CardWriter.Write(u.user, u.Number));
        return ProfilVerdict.Ok(new XElement(ProfilVerdict.Space + "brukere", new XAttribute("side", page), new XAttribute("flere", found.Length > page * options.PageSize), shown));
    }

    public ProfilVerdict Measures(int user, ProfilFaults faults)
    {
        var shown = faults.ListsLag ? [] : ledger.Measures.Where(m => m.User == user).Select(Element);
        return ProfilVerdict.Ok(new XElement(ProfilVerdict.Space + "tiltaksliste", shown));
    }

    public ProfilVerdict Make(int user, XElement? measure, ProfilFaults faults)
    {
        var patient = user > 1000 && user <= 1000 + Users.Count ? Users[user - 1001] : null;
        if (patient is null)
            return ProfilVerdict.Error(2001);
        if (measure?.Name != ProfilVerdict.Space + "tiltak" || !int.TryParse(measure.Attribute("type")?.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var type))
            return ProfilVerdict.Error(4003, "tiltak/@type");
        if (faults.WithoutService.Contains(patient.NationalId) || !patient.Services.Contains("dho"))
            return ProfilVerdict.Error(2002);
        var (made, isNew) = ledger.MakeMeasure(user, patient.NationalId, type, measure.Element(ProfilVerdict.Space + "navn")?.Value ?? "");
        return isNew ? new ProfilVerdict(201, Element(made)) : ProfilVerdict.Error(3001, null, new XAttribute("tiltaknr", made.No));
    }

    private int? Number(string nationalId, bool register)
    {
        lock (_gate)
        {
            var at = _users.FindIndex(u => u.NationalId == nationalId);
            if (at < 0 && register)
            {
                _users.Add(new ProfilUser(nationalId));
                at = _users.Count - 1;
            }

            return at < 0 ? null : at + 1001;
        }
    }

    private static XElement Element(ProfilMeasure m) => new(
        ProfilVerdict.Space + "tiltak", new XAttribute("nr", m.No), new XAttribute("type", m.Type), new XAttribute("status", m.Ended ? 3 : 1), new XElement(ProfilVerdict.Space + "navn", m.Name));
}
