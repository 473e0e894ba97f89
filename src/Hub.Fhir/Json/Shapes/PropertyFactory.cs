using System.Reflection;
using Hub.Fhir.Json.Codecs;
using Hub.Fhir.Model;

namespace Hub.Fhir.Json.Shapes;

/// <summary>Makes the properties of a type from its attributes, in the order FHIR lists them: base first.</summary>
internal static class PropertyFactory
{
    internal static Property<T>[] All<T>()
        where T : FhirNode
    {
        var properties = Lineage(typeof(T)).Reverse()
            .SelectMany(type => type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            .OrderBy(Order)
            .Select(Make<T>).OfType<Property<T>>().ToArray();
        for (var i = 0; i < properties.Length; i++)
            properties[i].Index = i;
        return properties.Length < 63 ? properties : throw new InvalidOperationException($"{typeof(T).Name} has too many elements.");
    }

    // Id and extensions stand first in FHIR; declaration order is kept for the rest because OrderBy is stable.
    private static int Order(PropertyInfo property) => property.Name == nameof(Element.Id) ? 0 : 1;

    private static IEnumerable<Type> Lineage(Type? type)
    {
        for (; type is not null && type != typeof(object); type = type.BaseType)
            yield return type;
    }

    private static Property<T>? Make<T>(PropertyInfo property)
        where T : FhirNode
    {
        if (property.GetCustomAttribute<FhirChoiceAttribute>() is { } choice)
            return new ChoiceProperty<T>(property, choice);
        if (property.GetCustomAttribute<FhirElementAttribute>() is not { } element)
            return null;
        var type = property.PropertyType;
        if (Nullable.GetUnderlyingType(type) is { } inner)
            return Generic<T>(typeof(ValueProperty<,>), inner, property, element);
        return type.IsGenericType
            ? Generic<T>(typeof(ListProperty<,>), type.GetGenericArguments()[0], property, element)
            : Generic<T>(typeof(SingleProperty<,>), type, property, element);
    }

    private static Property<T> Generic<T>(Type open, Type value, PropertyInfo property, FhirElementAttribute element) =>
        (Property<T>)Activator.CreateInstance(
            open.MakeGenericType(typeof(T), value),
            BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic, null, [property, element, CodecTable.For(value, element.Type)], null)!;
}
