using System.Reflection;

namespace Hub.Fhir.Json.Shapes;

/// <summary>Typed delegates for the getters and init setters of the records; nothing is boxed.</summary>
internal static class Accessors
{
    internal static Func<T, TValue> Getter<T, TValue>(PropertyInfo property) => property.GetMethod!.CreateDelegate<Func<T, TValue>>();

    // An init accessor is an ordinary setter at run time; only the reader uses it, on an object nobody else has seen yet.
    internal static Action<T, TValue> Setter<T, TValue>(PropertyInfo property) => property.SetMethod!.CreateDelegate<Action<T, TValue>>();
}
