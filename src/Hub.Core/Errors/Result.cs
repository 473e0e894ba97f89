namespace Hub.Core.Errors;

/// <summary>A value, or every error that stood in its way.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
public readonly record struct Result<T>
{
    private readonly T? _value;

    private Result(T? value, IReadOnlyList<HubError> errors)
    {
        _value = value;
        Errors = errors;
    }

    /// <summary>Every error found; empty when there is a value.</summary>
    public IReadOnlyList<HubError> Errors { get; }

    /// <summary>True when there is a value.</summary>
    public bool IsOk => Errors is { Count: 0 };

    /// <summary>The value.</summary>
    /// <exception cref="InvalidOperationException">There is none: the caller did not look at <see cref="IsOk"/>.</exception>
    public T Value => IsOk ? _value! : throw new InvalidOperationException("A failed result has no value.");

    /// <summary>A success.</summary>
    /// <param name="value">The value.</param>
    public static implicit operator Result<T>(T value) => new(value, []);

    /// <summary>A failure with one error.</summary>
    /// <param name="error">The error.</param>
    public static implicit operator Result<T>(HubError error) => new(default, [error]);

    /// <summary>A failure with several errors.</summary>
    /// <param name="errors">At least one error.</param>
    /// <returns>The failed result.</returns>
    public static Result<T> Failed(IReadOnlyList<HubError> errors) =>
        errors.Count > 0 ? new(default, errors) : throw new ArgumentException("A failure needs an error.", nameof(errors));
}
