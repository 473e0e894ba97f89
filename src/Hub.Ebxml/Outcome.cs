using System.Diagnostics.CodeAnalysis;

namespace Hub.Ebxml;

/// <summary>A value, or the failures that stood in its way.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
public sealed class Outcome<T> where T : class
{
    private Outcome(T? value, IReadOnlyList<Failure> failures)
    {
        Value = value;
        Failures = failures;
    }

    /// <summary>The value; null when there are failures.</summary>
    public T? Value { get; }

    /// <summary>Every failure found; empty when there is a value.</summary>
    public IReadOnlyList<Failure> Failures { get; }

    /// <summary>True when there is a value.</summary>
    [MemberNotNullWhen(true, nameof(Value))]
    public bool IsOk => Value is not null;

    /// <summary>A success.</summary>
    /// <param name="value">The value.</param>
    public static implicit operator Outcome<T>(T value) => new(value, []);

    /// <summary>A failure with one reason.</summary>
    /// <param name="failure">The reason.</param>
    public static implicit operator Outcome<T>(Failure failure) => new(null, [failure]);

    /// <summary>A failure with several reasons.</summary>
    /// <param name="failures">At least one reason.</param>
    /// <returns>The failed outcome.</returns>
    /// <exception cref="ArgumentException">There is no reason.</exception>
    public static Outcome<T> Failed(IReadOnlyList<Failure> failures) =>
        failures.Count > 0 ? new(null, failures) : throw new ArgumentException("A failure needs a reason.", nameof(failures));
}
