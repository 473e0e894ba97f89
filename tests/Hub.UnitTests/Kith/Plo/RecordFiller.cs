using System.Collections;
using Hub.Kith.Plo;
using Hub.Kith.Types;

namespace Hub.UnitTests.Kith.Plo;

/// <summary>Fills every property of a record, deep down, with values that its type allows; texts are taken from a list in turn.</summary>
public sealed class RecordFiller(IReadOnlyList<string> texts, int listLength = 2)
{
    private static readonly string[] DateTimes = ["TidspunktTime"];
    private int next;
    private int depth;

    public PloDocument Document(Type body) => new() { Opening = (PloOpening)Record(typeof(PloOpening)), Body = (PloBody)Record(body) };

    private string Text() => texts[next++ % texts.Count];

    private object Record(Type type)
    {
        depth++;
        var record = Activator.CreateInstance(type)!;
        var properties = type.GetProperties().Where(p => p.CanWrite).ToList();
        if (type == typeof(InfoKontrolltime)) properties = [properties[next++ % 3]];
        foreach (var property in properties)
        {
            if (type == typeof(Organisation) && property.Name is "Professional" || (property.Name == "Inner" && depth > 6)) continue;
            property.SetValue(record, Value(property.PropertyType, type, property.Name));
        }

        depth--;
        return record;
    }

    private object Value(Type type, Type owner, string name)
    {
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>)) return List(type.GetGenericArguments()[0], owner, name);
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(string)) return Text();
        if (type == typeof(bool)) return next++ % 2 == 0;
        if (type == typeof(decimal)) return 12.50m + next++;
        if (type == typeof(long)) return 5L;
        if (type == typeof(int)) return 2012;
        if (type == typeof(TS)) return new TS(IsDateTime(owner, name) ? "2026-03-02T12:00:00" : "2026-03-02");
        if (type == typeof(CS)) return new CS("1", Text());
        if (type == typeof(CV)) return new CV("1", CV.VolvenPrefix + "9999", Text(), Text());
        if (type == typeof(PQ)) return new PQ("2.50", "mg");
        if (type == typeof(Ident)) return new Ident(Text(), new CV("LOK", CV.VolvenPrefix + "9051", "Lokal"));
        if (type == typeof(TeleCom)) return new TeleCom(new CS("MC", Text()), "tel:90000000");
        if (type == typeof(KomponentMeta)) return new KomponentMeta { Informasjonskategori = "Andre notater", ReferanseViktigTilleggsinfo = Text() };
        return Record(type);
    }

    private static bool IsDateTime(Type owner, string name) => DateTimes.Contains(name) || (owner == typeof(Ansvarlig) && name == "TidspunktForHendelse");

    private IList List(Type item, Type owner, string name)
    {
        var list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(item))!;
        for (var i = 0; i < listLength; i++)
        {
            var type = item.IsAbstract && item == typeof(LegemiddelAdministrering) ? i % 2 == 0 ? typeof(Egenadministrering) : typeof(AdmAvHelsepersonell) : item;
            list.Add(Value(type, owner, name));
        }

        return list;
    }
}
