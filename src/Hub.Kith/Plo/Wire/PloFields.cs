using System.Globalization;
using Hub.Kith.Types;

namespace Hub.Kith.Plo.Wire;

/// <summary>
/// The fields of a record, named once in schema order: the same description reads an element, writes it and lists what it holds, so that the three
/// can never disagree. A record's <c>Fields</c> calls the members below with its own values and builds a record of what they return.
/// </summary>
internal abstract class PloFields
{
    /// <summary>Version of the message.</summary>
    public abstract PloVersion Version { get; }

    /// <summary>Namespace of the children of the current element.</summary>
    protected abstract PloSpace Space { get; }

    /// <summary>A child element whose children stand in <paramref name="content"/>.</summary>
    protected abstract T? One<T>(PloSpace element, PloSpace content, string name, T? value, Func<PloFields, T?, T?> walk, bool required, bool since16)
        where T : class;

    /// <summary>All child elements of a name.</summary>
    protected abstract IReadOnlyList<T> Many<T>(PloSpace element, PloSpace content, string name, IReadOnlyList<T>? values, Func<PloFields, T?, T?> walk, bool required, bool since16)
        where T : class;

    /// <summary>Child elements of two names in any order.</summary>
    public abstract IReadOnlyList<T> Either<T>(string first, Func<PloFields, T?, T?> walkFirst, string second, Func<PloFields, T?, T?> walkSecond, Func<T, bool> isFirst, IReadOnlyList<T>? values)
        where T : class;

    /// <summary>Text of the current element.</summary>
    public abstract string? Content(string? value, Func<string, bool>? isValid = null);

    /// <summary>An attribute of the current element.</summary>
    public abstract string? Attribute(string name, string? value, bool meta = false, bool required = false);

    /// <summary>An attribute whose value the schema fixes.</summary>
    protected abstract void Fixed(string name, string value);

    /// <summary>Id of a component: required; made when writing a record that has none.</summary>
    protected abstract string? ComponentId(string? value);

    public T? Part<T>(string name, T? value, Func<PloFields, T?, T?> walk, bool required = false, bool since16 = false)
        where T : class => One(Space, Space, name, value, walk, required, since16);

    public T? Part<T>(PloSpace space, string name, T? value, Func<PloFields, T?, T?> walk, bool required = false, bool since16 = false)
        where T : class => One(space, space, name, value, walk, required, since16);

    public T? Typed<T>(PloSpace content, string name, T? value, Func<PloFields, T?, T?> walk, bool required = false)
        where T : class => One(Space, content, name, value, walk, required, false);

    /// <summary>The element that tells the use of Pasientlogistikk: it stands in the message's namespace, its children in poKomponent.</summary>
    public T? Use<T>(string name, T? value, Func<PloFields, T?, T?> walk)
        where T : class => One(PloSpace.Message, PloSpace.Po, name, value, walk, true, false);

    public IReadOnlyList<T> Parts<T>(string name, IReadOnlyList<T>? values, Func<PloFields, T?, T?> walk, bool required = false, bool since16 = false)
        where T : class => Many(Space, Space, name, values, walk, required, since16);

    public IReadOnlyList<T> Parts<T>(PloSpace space, string name, IReadOnlyList<T>? values, Func<PloFields, T?, T?> walk, bool required = false, bool since16 = false)
        where T : class => Many(space, space, name, values, walk, required, since16);

    public string? Text(string name, string? value, bool required = false, bool since16 = false) =>
        One(Space, Space, name, value, static (f, x) => f.Content(x), required, since16);

    public IReadOnlyList<string> Texts(string name, IReadOnlyList<string>? values) =>
        Many(Space, Space, name, values, static (f, x) => f.Content(x), false, false);

    public bool? Flag(string name, bool? value, bool required = false) =>
        PloLexical.Flag(Checked(name, PloLexical.Text(value), static t => PloLexical.Flag(t) is not null, required));

    public decimal? Number(string name, decimal? value, bool required = false) =>
        PloLexical.Number(Checked(name, value?.ToString(CultureInfo.InvariantCulture), static t => PloLexical.Number(t) is not null, required));

    public decimal? Double(string name, decimal? value, bool required = false) =>
        PloLexical.Double(Checked(name, value?.ToString(CultureInfo.InvariantCulture), static t => PloLexical.Double(t) is not null, required));

    public long? Integer(string name, long? value, bool required = false) =>
        PloLexical.Integer(Checked(name, value?.ToString(CultureInfo.InvariantCulture), static t => PloLexical.Integer(t) is not null, required));

    public int? Year(string name, int? value, bool required = false, bool since16 = false) =>
        PloLexical.Year(Checked(name, value?.ToString("0000", CultureInfo.InvariantCulture), static t => PloLexical.Year(t) is not null, required, since16));

    public TS? Date(string name, TS? value, bool required = false) =>
        One(Space, Space, name, value, static (f, x) => f.Content(x?.V, PloLexical.IsDate) is { } text ? new TS(text) : null, required, false);

    public TS? DateTime(string name, TS? value, bool required = false) =>
        One(Space, Space, name, value, static (f, x) => f.Content(x?.V, PloLexical.IsDateTime) is { } text ? new TS(text) : null, required, false);

    public TS? Ts(string name, TS? value, bool required = false) => Part(name, value, static (f, x) => new TS(f.Attribute("V", x?.V)), required);

    public CS? Cs(string name, CS? value, bool required = false) => Part(name, value, CodeFields.Cs, required);

    public IReadOnlyList<CS> Css(string name, IReadOnlyList<CS>? values) => Parts(name, values, CodeFields.Cs);

    public CV? Cv(string name, CV? value, bool required = false) => Part(name, value, CodeFields.Cv, required);

    public IReadOnlyList<CV> Cvs(string name, IReadOnlyList<CV>? values) => Parts(name, values, CodeFields.Cv);

    public PQ? Pq(string name, PQ? value, bool required = false) =>
        Part(name, value, static (f, x) => new PQ(f.Attribute("V", x?.V), f.Attribute("U", x?.U)), required);

    public Person? Person(string name, Person? value, bool required = false) => Typed(PloSpace.Fk1, name, value, PartyFields.Person, required);

    public HealthcareProfessional? Professional(string name, HealthcareProfessional? value, bool required = false) =>
        Typed(PloSpace.Fk1, name, value, PartyFields.Professional, required);

    public Organisation? Unit(string name, Organisation? value, bool required = false) => Typed(PloSpace.Fk1, name, value, PartyFields.Unit, required);

    public KomponentMeta Component(string basis, string type, KomponentMeta? value)
    {
        Fixed("basiskomponenttype", basis);
        Fixed("komponenttype", type);
        return new KomponentMeta
        {
            Informasjonskategori = Attribute("informasjonskategori", value?.Informasjonskategori, meta: true),
            KomponentID = ComponentId(value?.KomponentID),
            ReferanseViktigTilleggsinfo = Attribute("referanseViktigTilleggsinfo", value?.ReferanseViktigTilleggsinfo),
        };
    }

    private string? Checked(string name, string? value, Func<string, bool> isValid, bool required, bool since16 = false) =>
        One(Space, Space, name, value, (f, x) => f.Content(x, isValid), required, since16);
}
